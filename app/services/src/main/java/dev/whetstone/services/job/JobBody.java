package dev.whetstone.services.job;

/// The work itself.
@FunctionalInterface
public interface JobBody<T> {
    T run(Progress progress) throws Exception;
}
