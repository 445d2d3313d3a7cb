package dev.whetstone.core.lf;

import dev.whetstone.core.text.Language;

/// A language: a code or `language(T)`.
public sealed interface Lang extends Arg permits Lang.Code, Call {
    record Code(Language language) implements Lang {
        @Override
        public Type type() {
            return Type.LANG;
        }
    }
}
