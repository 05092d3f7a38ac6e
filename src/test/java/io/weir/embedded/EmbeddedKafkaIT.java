package io.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
  @TempDir Path folder;

  @Test
  void shouldStartNeitherWhenOneCannotAndBothOnTheNextTry() throws Exception {
    Path foreign = Files.createDirectories(folder.resolve("kafka").resolve("records-0"));
    assertThatThrownBy(() -> EmbeddedKafka.start(folder)).isInstanceOf(EmbeddedFailure.class);

    Files.delete(foreign);
    try (EmbeddedKafka both = EmbeddedKafka.start(folder)) {
      assertThat(both.bootstrapServers()).isEqualTo(both.broker().bootstrapServers());
      assertThat(both.registryUrl()).isEqualTo(both.registry().url());
    }
  }
}
