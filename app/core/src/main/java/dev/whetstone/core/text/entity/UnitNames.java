package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.QuantityUnit;
import java.util.HashMap;
import java.util.Map;

/// How units are written.
final class UnitNames {
    private static final String SPELLINGS =
            """
            SECONDS second seconds sec secs
            MINUTES minute minutes min mins
            HOURS hour hours hr hrs h
            DAYS day days
            WEEKS week weeks wk wks
            MONTHS month months
            YEARS year years yr yrs
            MCG mcg ug µg μg microgram micrograms
            MG mg milligram milligrams
            G g gram grams
            KG kg kilogram kilograms kilo kilos
            OZ oz ounce ounces
            LB lb lbs
            ML ml millilitre millilitres milliliter milliliters
            L l litre litres liter liters
            MM mm millimetre millimetres millimeter millimeters
            CM cm centimetre centimetres centimeter centimeters
            M m metre metres meter meters
            KM km kilometre kilometres kilometer kilometers
            INCHES inch inches
            FEET foot feet ft
            MILES mile miles
            PERCENT % percent
            DOLLARS $ dollar dollars usd
            EUROS € euro euros eur
            POUNDS £ pound pounds gbp
            TABLETS tablet tablets pill pills capsule capsules
            UNITS unit units iu
            """;

    private UnitNames() {}

    static Map<String, QuantityUnit> table() {
        Map<String, QuantityUnit> table = new HashMap<>();
        SPELLINGS
                .lines()
                .map(line -> line.split(" "))
                .forEach(
                        cells -> {
                            for (int i = 1; i < cells.length; i++) {
                                table.put(cells[i], QuantityUnit.valueOf(cells[0]));
                            }
                        });
        return Map.copyOf(table);
    }
}
