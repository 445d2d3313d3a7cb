package dev.whetstone.desktop.action;

/// How a screen answers without blocking.
public interface Feedback {
    /// Something that was done, in one sentence.
    void tell(String sentence);

    /// Something that went wrong: a refusal is told in place, anything unexpected opens the error
    /// page.
    void failed(Throwable failure);

    /// Something was written for good.
    void saved();
}
