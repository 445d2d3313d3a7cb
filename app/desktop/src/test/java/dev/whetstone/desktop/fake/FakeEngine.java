package dev.whetstone.desktop.fake;

import dev.whetstone.services.worker.Engine;
import dev.whetstone.services.worker.EngineStatus;
import java.util.Map;

/// A worker that dies when told to.
public final class FakeEngine implements Engine {
    private EngineStatus.State state = EngineStatus.State.RUNNING;
    private int starts;

    public void die() {
        state = EngineStatus.State.DIED;
    }

    public int starts() {
        return starts;
    }

    @Override
    public EngineStatus status() {
        return state == EngineStatus.State.RUNNING
                ? new EngineStatus(
                        state,
                        Map.of("engine", "0.35.1", "libtorch", "2.7.1", "java", "25"),
                        "cpu",
                        2,
                        "fp32",
                        412_000_000)
                : EngineStatus.without(state);
    }

    @Override
    public EngineStatus start() {
        starts++;
        state = EngineStatus.State.RUNNING;
        return status();
    }
}
