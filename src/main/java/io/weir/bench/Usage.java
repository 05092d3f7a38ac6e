package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has used until now.
 *
 * @param cpu on all cores; zero where the system does not tell
 * @param peakBytes the most memory it ever had in RAM; empty where the system does not tell (it is
 *     {@code VmHWM} of Linux)
 */
record Usage(Duration cpu, OptionalLong peakBytes) {
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  static Usage of(ProcessHandle process) {
    return new Usage(cpu(process), peakBytes(process.pid()));
  }

  static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static OptionalLong peakBytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try {
      Matcher peak = PEAK.matcher(Files.readString(status, UTF_8));
      return peak.find()
          ? OptionalLong.of(Long.parseLong(peak.group(1)) * 1024)
          : OptionalLong.empty();
    } catch (IOException gone) {
      // It has ended meanwhile.
      return OptionalLong.empty();
    }
  }
}
