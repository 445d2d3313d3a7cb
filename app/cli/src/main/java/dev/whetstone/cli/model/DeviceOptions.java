package dev.whetstone.cli.model;

import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import picocli.CommandLine.Option;

/// Where and how wide to compute.
final class DeviceOptions {
    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "0 lets the engine choose.")
    private int threads;

    @Option(
            names = "--dtype",
            defaultValue = "fp32",
            description = "In which weights are multiplied: ${COMPLETION-CANDIDATES}.")
    private DType dtype = DType.FP32;

    @Option(names = "--device", defaultValue = "cpu", description = "cpu, or cuda.")
    private String device = "";

    Device device() {
        return new Device(device, threads, dtype);
    }
}
