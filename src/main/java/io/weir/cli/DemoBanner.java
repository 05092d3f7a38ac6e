package io.weir.cli;

import io.weir.domain.ListManifest;
import io.weir.embedded.Demo;
import java.util.ArrayList;
import java.util.List;

/** What {@code weir demo} says when everything runs. */
final class DemoBanner {
  private DemoBanner() {}

  static List<String> lines(Demo demo, WorkFolder folder) {
    ListManifest list = demo.list().manifest();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "List      "
            + list.authority()
            + "/"
            + list.list()
            + ", the DPRK's: "
            + list.addresses()
            + " addresses of "
            + list.entries()
            + " entries"
            + (demo.list().changed() ? "" : " (as loaded before)"));
    lines.add("Kafka     --bootstrap " + demo.bootstrapServers());
    lines.add("Registry  --registry " + demo.registryUrl());
    lines.add(
        "Data      "
            + folder.path().toAbsolutePath().normalize()
            + (folder.kept() ? "" : " (deleted at the end; --data DIR keeps it)"));
    lines.add("Ctrl-C ends the demo with a summary. Alerts:");
    lines.add("");
    return lines;
  }
}
