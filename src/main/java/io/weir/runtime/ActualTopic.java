package io.weir.runtime;

import java.util.Map;

/** A topic as it is on the cluster: its partitions, and every setting in force. */
public record ActualTopic(String name, int partitions, Map<String, String> settings) {

  public ActualTopic {
    settings = Map.copyOf(settings);
  }

  String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  long number(String name) {
    return Long.parseLong(settings.getOrDefault(name, "-1"));
  }
}
