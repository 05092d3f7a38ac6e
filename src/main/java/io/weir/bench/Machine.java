package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where and with what a benchmark ran.
 *
 * @param cpu as the system names it; empty where it does not
 * @param load processes that wanted a core in the minute before; negative where unknown
 */
public record Machine(
    String os, String cpu, int cores, long memoryBytes, String java, String kafka, double load) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private static final long MEBIBYTE = 1 << 20;

  /** Load above which others take part in what is measured, a core. */
  private static final double BUSY = 0.25;

  /** This machine, now. */
  public static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        cpuName(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        AppInfoParser.getVersion(),
        system.getSystemLoadAverage());
  }

  /** Half of the machine's memory, as {@code -Xmx} takes it. */
  public String halfOfTheMemory() {
    return memoryBytes / 2 / MEBIBYTE + "m";
  }

  /** What a reader must know before he believes the figures. */
  List<String> warnings() {
    return load > BUSY * cores
        ? List.of(
            Format.text(
                "The machine was busy before the benchmark began (load average %.1f on %d cores):"
                    + " the figures mean little.",
                load, cores))
        : List.of();
  }

  private static String cpuName() {
    if (!Files.isReadable(CPU_INFO)) {
      return "";
    }
    try {
      return Files.readString(CPU_INFO, UTF_8)
          .lines()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("os", os);
    fields.put("cpu", cpu);
    fields.put("cores", cores);
    fields.put("memory_bytes", memoryBytes);
    fields.put("java", java);
    fields.put("kafka", kafka);
    fields.put("load_average_before", load);
    return fields;
  }
}
