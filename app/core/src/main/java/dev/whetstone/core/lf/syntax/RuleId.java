package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Identity of a rule: rules of the same normal form share it. Fitted values are no part of it.
///
/// @param hash 32 hexadecimal digits: the first half of the SHA-256 of the normal form's spelling
public record RuleId(String hash) {
    public static RuleId of(Rule rule) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    RulePrinter.print(NormalForm.of(rule))
                                            .getBytes(StandardCharsets.UTF_8));
            return new RuleId(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
