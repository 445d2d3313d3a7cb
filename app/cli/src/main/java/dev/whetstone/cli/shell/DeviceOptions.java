package dev.whetstone.cli.shell;

import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where and in which numbers to compute.
public final class DeviceOptions {
    @Option(
            names = "--device",
            description = "cpu or cuda; default: as chosen with `whetstone engine enable`.")
    private @Nullable String device;

    @Option(names = "--threads", defaultValue = "0", description = "0: all.")
    private int threads;

    @Option(names = "--dtype", defaultValue = "fp32", description = "fp32 or bf16.")
    private DType dtype = DType.FP32;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb = CommandSpec.create();

    /// @throws ParameterException for a device that there is not
    public Device device(Shell shell) {
        String name = device == null ? shell.workbench().engines().device().name() : device;
        if (!name.equals("cpu") && !name.equals("cuda")) {
            throw new ParameterException(
                    verb.commandLine(), "--device is cpu or cuda, not \"" + name + "\"");
        }
        return new Device(name, threads, dtype);
    }
}
