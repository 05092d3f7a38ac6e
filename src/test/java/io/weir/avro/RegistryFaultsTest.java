package io.weir.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.weir.domain.Parties;
import io.weir.domain.Samples;
import io.weir.domain.Unscreenable;
import io.weir.domain.Unscreenable.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Confluent's own client makes of a registry's answers, over HTTP. */
class RegistryFaultsTest {
  private static final byte[] VALUE = ByteBuffer.allocate(9).put((byte) 0).putInt(7).array();

  private HttpServer http;
  private RegistrySerdes serdes;
  private int status;
  private String body = "";
  private int asked;

  @BeforeEach
  void start() throws IOException {
    AvroSafety.apply();
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          asked++;
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    http.start();
    serdes =
        RegistrySerdes.at(
            "http://127.0.0.1:" + http.getAddress().getPort(), Map.of("max.retries", "0"));
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  private void answers(int code, String text) {
    status = code;
    body = text;
  }

  private Reason reason() {
    return new TransferReader(serdes.client())
        .parties(VALUE)
        .problem()
        .map(Unscreenable::reason)
        .orElseThrow();
  }

  private void readRow() {
    try (Serde<?> rows = serdes.sanctionedAddress()) {
      rows.deserializer().deserialize("sanctioned-addresses", VALUE);
    }
  }

  private void write() {
    try (Serde<io.weir.domain.Transfer> transfers = serdes.transfer()) {
      transfers.serializer().serialize("transfers", Samples.ether("t1", "0x1", "0x2"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "404 | {\"error_code\":40403,\"message\":\"Schema 7 not found\"}",
        "200 | {\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = 3;\"}",
        "200 | {\"schemaType\":\"JSON\",\"schema\":\"{}\"}",
        "200 | {\"schema\":\"no schema at all\"}"
      })
  void shouldBlameTheRecordWhenTheRegistryKnowsNoAvroSchemaOfItsId(int code, String text) {
    answers(code, text);

    assertThat(reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
    assertThatThrownBy(this::readRow).isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldNotAskAgainForThePartiesOfWhatHasNoSchema() {
    answers(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}");
    TransferReader reader = new TransferReader(serdes.client());

    TransferReader.Result<Parties> parties = reader.parties(VALUE, reader.whole(VALUE));

    assertThat(parties.problem().map(Unscreenable::reason)).contains(Reason.UNKNOWN_SCHEMA);
    assertThat(asked).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "404 | <html>no such backend</html>",
        "401 | {\"error_code\":401,\"message\":\"who are you\"}",
        "403 | {\"error_code\":403,\"message\":\"not you\"}",
        "429 | {\"error_code\":429,\"message\":\"too often\"}",
        "503 | later",
        "200 | <html>a proxy's page</html>"
      })
  void shouldAskAgainWhenTheAnswerSaysNothingOfTheRecord(int code, String text) {
    answers(code, text);

    assertThatThrownBy(this::reason).isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(this::readRow).isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(this::write).isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  void shouldAskAgainWhenNobodyListens() {
    http.stop(0);

    assertThatThrownBy(this::reason).isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(this::readRow).isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(this::write).isInstanceOf(RegistryUnavailable.class);
  }
}
