package dev.whetstone.desktop.shell;

import dev.whetstone.services.failure.ServiceException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/// What the error page says.
///
/// @param code short and stable: the service's, or one made of the exception's kind and place
/// @param details to copy
public record Failure(String code, String message, String advice, String details) {
    static Failure of(Throwable failure) {
        String details = trace(failure);
        if (failure instanceof ServiceException known) {
            return new Failure(known.code(), known.text(), known.advice(), details);
        }
        String message = failure.getMessage();
        return new Failure(
                code(failure),
                message == null ? failure.getClass().getSimpleName() : message,
                "",
                details);
    }

    private static String code(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place =
                trace.length == 0 ? "" : trace[0].getClassName() + "#" + trace[0].getMethodName();
        int hash = (failure.getClass().getName() + "@" + place).hashCode() & 0xFFFF;
        return "unexpected." + String.format(Locale.ROOT, "%04x", hash);
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
