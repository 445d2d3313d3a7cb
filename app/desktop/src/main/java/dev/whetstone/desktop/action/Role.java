package dev.whetstone.desktop.action;

import java.util.EnumSet;
import java.util.Set;

/// Who sits here. A role decides which screens the rail offers; the palette reaches all of them.
public enum Role {
    EXPERT(
            EnumSet.of(
                    ScreenId.HOME,
                    ScreenId.COMPARE,
                    ScreenId.RULES,
                    ScreenId.DETECTORS,
                    ScreenId.SETTINGS)),
    DATA_SCIENTIST(EnumSet.allOf(ScreenId.class));

    private final Set<ScreenId> rail;

    Role(Set<ScreenId> rail) {
        this.rail = Set.copyOf(rail);
    }

    public boolean sees(ScreenId screen) {
        return rail.contains(screen);
    }
}
