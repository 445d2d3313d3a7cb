package dev.whetstone.core.lf;

import com.google.re2j.Pattern;

/// The spelling of concept and slot names.
final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private Names() {}

    static void check(String name, String what) {
        if (!NAME.matcher(name).matches()) {
            throw new RuleTypeException(
                    "a "
                            + what
                            + "'s name is a letter, then letters, digits or _ (at most 64), not \""
                            + name
                            + "\"");
        }
    }
}
