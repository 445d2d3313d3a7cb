package dev.whetstone.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// User-visible text by key.
public final class Messages {
    private static final String BUNDLE = "dev.whetstone.desktop.text.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    public Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    }

    /// The text of `key`; `{0}`, `{1}` ... stand for `arguments`, formatted as [MessageFormat]
    /// does.
    ///
    /// @throws java.util.MissingResourceException when there is no such text
    public String t(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return Unbroken.of(
                arguments.length == 0
                        ? pattern
                        : new MessageFormat(pattern, locale).format(arguments));
    }

    public Locale locale() {
        return locale;
    }
}
