package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Match;
import io.weir.domain.Role;
import io.weir.domain.Samples;
import io.weir.domain.Severity;
import io.weir.domain.SourcePosition;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AlertLineTest {
  private static final String HASH = "0x" + "ab".repeat(32);

  @Test
  void shouldSayOnOneLineWhatHappenedAndWhatToDo() {
    assertThat(AlertLine.of(alert("ethereum:" + HASH + ":7", "5 ETH from somewhere")))
        .isEqualTo(
            "16:00:01Z BLOCK   CRITICAL HIT  5 ETH from somewhere  [ethereum:0xabababab…abab:7]");
  }

  @Test
  void shouldDisarmWhatATerminalWouldObey() {
    assertThat(AlertLine.of(alert("a\u001b[2Jb\nc", "from \u202eevil\u0007")))
        .endsWith("from ?evil?  [a?[2Jb?c]");
  }

  @Test
  void shouldNameEveryFieldAsTheSchemaDoesWhenItIsJson() throws IOException {
    JsonNode json = new JsonMapper().readTree(AlertJson.line(alert("a", "b")));

    assertThat(names(json)).containsExactlyElementsOf(fields(io.weir.avro.Alert.getClassSchema()));
    assertThat(names(json.get("hits").get(0)))
        .containsExactlyElementsOf(fields(io.weir.avro.Hit.getClassSchema()));
    assertThat(fields(io.weir.avro.Listing.getClassSchema()))
        .containsAll(names(json.get("hits").get(0).get("listing")));
    assertThat(json.get("transfer").get("amount").asText()).isEqualTo("1500000000000000000");
    assertThat(json.get("raised_at").asText()).isEqualTo("2025-11-04T16:00:01Z");
  }

  private static List<String> names(JsonNode json) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(json.fieldNames(), 0), false)
        .toList();
  }

  private static List<String> fields(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).toList();
  }

  private static Alert alert(String transferId, String summary) {
    Hit hit =
        new Hit(
            "hit",
            Role.SENDER,
            Samples.RONIN_EXPLOITER,
            Samples.roninKey(),
            Match.ADDRESS,
            Samples.lazarus(),
            Optional.of(Samples.lazarus()));
    return new Alert(
        "alert",
        AlertKind.HIT,
        Samples.ether(transferId, Samples.RONIN_EXPLOITER, Samples.SOMEBODY),
        false,
        List.of(hit),
        Severity.CRITICAL,
        Action.BLOCK,
        "listed-address",
        3,
        Instant.parse("2025-11-04T16:00:01Z"),
        new SourcePosition("transfers", 1, 2),
        summary);
  }
}
