package io.weir.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The compose file, as data. */
final class Compose {
  private final JsonNode services;

  private Compose(JsonNode services) {
    this.services = services;
  }

  static Compose read() throws IOException {
    return new Compose(
        new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile()).required("services"));
  }

  String image(String service) {
    return services.required(service).required("image").textValue();
  }

  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    services
        .required(service)
        .required("environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return environment;
  }

  List<String> texts(String service, String field) {
    List<String> texts = new ArrayList<>();
    services.required(service).required(field).forEach(node -> texts.add(node.textValue()));
    return texts;
  }

  /** The condition under which a service waits for another. */
  String waitsFor(String service, String other) {
    return services
        .required(service)
        .required("depends_on")
        .required(other)
        .required("condition")
        .textValue();
  }

  List<String> healthCheck(String service) {
    List<String> words = new ArrayList<>();
    services
        .required(service)
        .required("healthcheck")
        .required("test")
        .forEach(word -> words.add(word.textValue()));
    return words;
  }

  String text(String service, String field) {
    return services.required(service).required(field).textValue();
  }
}
