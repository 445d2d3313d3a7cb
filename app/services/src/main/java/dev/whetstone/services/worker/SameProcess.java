package dev.whetstone.services.worker;

/// The engine of a runtime that needs no process of its own.
public final class SameProcess implements Engine {
    @Override
    public EngineStatus status() {
        return EngineStatus.without(EngineStatus.State.RUNNING);
    }

    @Override
    public EngineStatus start() {
        return status();
    }
}
