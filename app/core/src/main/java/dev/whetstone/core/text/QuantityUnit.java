package dev.whetstone.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Units of quantities, grouped by dimension. A month counts as 30 days and a year as 365.
///
/// The factor converts one of the unit to the base unit of its dimension: seconds, milligrams,
/// millilitres, millimetres, or itself (money and percent are never converted).
public enum QuantityUnit implements Identified {
    SECONDS("seconds", Dimension.TIME, 1),
    MINUTES("minutes", Dimension.TIME, 60),
    HOURS("hours", Dimension.TIME, 3_600),
    DAYS("days", Dimension.TIME, 86_400),
    WEEKS("weeks", Dimension.TIME, 604_800),
    MONTHS("months", Dimension.TIME, 2_592_000),
    YEARS("years", Dimension.TIME, 31_536_000),
    MCG("mcg", Dimension.MASS, 0.001),
    MG("mg", Dimension.MASS, 1),
    G("g", Dimension.MASS, 1_000),
    KG("kg", Dimension.MASS, 1_000_000),
    OZ("oz", Dimension.MASS, 28_349.523125),
    LB("lb", Dimension.MASS, 453_592.37),
    ML("ml", Dimension.VOLUME, 1),
    L("l", Dimension.VOLUME, 1_000),
    MM("mm", Dimension.LENGTH, 1),
    CM("cm", Dimension.LENGTH, 10),
    M("m", Dimension.LENGTH, 1_000),
    KM("km", Dimension.LENGTH, 1_000_000),
    INCHES("inches", Dimension.LENGTH, 25.4),
    FEET("feet", Dimension.LENGTH, 304.8),
    MILES("miles", Dimension.LENGTH, 1_609_344),
    PERCENT("percent", Dimension.PERCENT, 1),
    DOLLARS("dollars", Dimension.DOLLARS, 1),
    EUROS("euros", Dimension.EUROS, 1),
    POUNDS("pounds", Dimension.POUNDS, 1),
    TABLETS("tablets", Dimension.TABLETS, 1),
    UNITS("units", Dimension.UNITS, 1);

    /// What a unit measures; only units of one dimension convert into each other.
    public enum Dimension {
        TIME,
        MASS,
        VOLUME,
        LENGTH,
        PERCENT,
        DOLLARS,
        EUROS,
        POUNDS,
        TABLETS,
        UNITS
    }

    private final String id;
    private final Dimension dimension;
    private final double factor;

    QuantityUnit(String id, Dimension dimension, double factor) {
        this.id = id;
        this.dimension = dimension;
        this.factor = factor;
    }

    @Override
    public String id() {
        return id;
    }

    public Dimension dimension() {
        return dimension;
    }

    /// How many base units of the dimension one of this unit is.
    public double factor() {
        return factor;
    }

    public static Optional<QuantityUnit> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(QuantityUnit::id).toList();
    }
}
