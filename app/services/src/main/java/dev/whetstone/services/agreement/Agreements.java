package dev.whetstone.services.agreement;

/// How far the people of a project agree.
public interface Agreements {
    /// Reads all choices: call in the background.
    AgreementReport report();
}
