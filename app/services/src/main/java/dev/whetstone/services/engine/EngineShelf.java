package dev.whetstone.services.engine;

import dev.whetstone.runtime.pack.EnginePack;
import dev.whetstone.runtime.pack.PackFailure;
import dev.whetstone.runtime.pack.PackStore;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.services.place.Places;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Which engine the next worker is started on.
public final class EngineShelf {
    private final PackStore store;
    private final ChoiceFile choice;
    private final EngineLaunch launch;
    private final AtomicLong changes = new AtomicLong();

    public EngineShelf(Places places, InstantSource clock) {
        this.store = new PackStore(places.state().resolve("engines"), clock);
        this.choice = new ChoiceFile(places.state().resolve("engines.json"));
        this.launch = new EngineLaunch(places, store);
    }

    /// An engine ready to start.
    ///
    /// @param change number of the choice it was made by; another means that it is outdated
    public record Ready(String engine, String version, WorkerLaunch launch, long change) {
        public boolean isBundled() {
            return engine.equals(Engines.BUNDLED);
        }
    }

    PackStore store() {
        return store;
    }

    ChoiceFile choice() {
        return choice;
    }

    EngineLaunch launch() {
        return launch;
    }

    void changed() {
        changes.incrementAndGet();
    }

    /// Whether the choice is still that of a number.
    public boolean isCurrent(long change) {
        return changes.get() == change;
    }

    /// `cpu` or `cuda`: where new work computes.
    public String device() {
        EngineChoice chosen = choice.read();
        return chosen.works() ? chosen.device() : EngineChoice.FIRST.device();
    }

    /// Whether the chosen engine failed, so that the bundled one stands in for it.
    public boolean standsIn() {
        return !choice.read().works();
    }

    /// The chosen engine, its files checked; the bundled one where that cannot be used.
    ///
    /// @param notice hears why the bundled one stands in
    public Ready ready(Consumer<String> notice) {
        long change = changes.get();
        EngineChoice chosen = choice.read();
        if (!chosen.engine().equals(Engines.BUNDLED) && chosen.works()) {
            try {
                EnginePack pack = store.read(chosen.engine());
                store.verify(pack);
                return new Ready(pack.name(), pack.version(), launch.of(pack), change);
            } catch (PackFailure e) {
                String why = String.valueOf(e.getMessage());
                choice.change(now -> now.failed(chosen.engine(), why));
                notice.accept(standingIn(chosen.engine(), why));
            }
        }
        return bundled();
    }

    private Ready bundled() {
        return new Ready(Engines.BUNDLED, BundledEngine.version(), launch.bundled(), changes.get());
    }

    /// Tells that an engine failed under a job; from now on the bundled one stands in for it.
    public void failed(String engine, String why, Consumer<String> notice) {
        choice.change(now -> now.failed(engine, why));
        changed();
        notice.accept(standingIn(engine, why));
    }

    private static String standingIn(String engine, String why) {
        return "The engine "
                + engine
                + " does not work: "
                + why
                + " The bundled one goes on, on the processor.";
    }
}
