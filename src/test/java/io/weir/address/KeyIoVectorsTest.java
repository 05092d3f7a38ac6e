package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHECKSUM;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Bitcoin Core's key_io vectors. None is skipped: what is not an address of the main network, such
 * as a private key, must be refused.
 */
class KeyIoVectorsTest {

  private record Vector(String text, String script, boolean isPrivateKey, String chain) {
    boolean isMainAddress() {
      return !isPrivateKey && chain.equals("main");
    }

    /** Written before BIP-350: versions above 0 with the checksum that is now wrong. */
    boolean isSuperseded() {
      return isMainAddress() && text.startsWith("bc1") && !script.startsWith("0014");
    }

    String key() {
      if (script.startsWith("76a914")) {
        return "pubkeyhash:" + script.substring(6, 46);
      }
      return script.startsWith("a914")
          ? "scripthash:" + script.substring(4, 44)
          : "pubkeyhash:" + script.substring(4);
    }
  }

  @Test
  void shouldReadTheHashInTheScriptWhenTheAddressIsOfTheMainNetwork() throws IOException {
    List<Vector> vectors =
        valid().stream().filter(it -> it.isMainAddress() && !it.isSuperseded()).toList();

    assertThat(vectors)
        .hasSize(15)
        .allSatisfy(it -> assertThat(Given.key(Family.BITCOIN, it.text())).isEqualTo(it.key()));
    assertThat(vectors.stream().map(Vector::text).filter(it -> it.startsWith("bc1")))
        .hasSize(1)
        .allSatisfy(
            it ->
                assertThat(Given.key(Family.BITCOIN, it.toUpperCase(Locale.ROOT)))
                    .isEqualTo(Given.key(Family.BITCOIN, it)));
  }

  @Test
  void shouldRefuseTheChecksumWhenBip350HasReplacedIt() throws IOException {
    assertThat(valid().stream().filter(Vector::isSuperseded))
        .hasSize(3)
        .allMatch(it -> Given.refusal(Family.BITCOIN, it.text()) == BAD_CHECKSUM);
  }

  @Test
  void shouldRefuseWhenTheAddressIsOfATestNetwork() throws IOException {
    assertThat(valid().stream().filter(it -> !it.isPrivateKey() && !it.isMainAddress()))
        .hasSize(17)
        .allMatch(it -> Given.refusal(Family.BITCOIN, it.text()) == UNKNOWN_PREFIX);
  }

  @Test
  void shouldRefuseWhenTheTextIsAPrivateKey() throws IOException {
    assertThat(valid().stream().filter(Vector::isPrivateKey))
        .hasSize(27)
        .allMatch(it -> Given.refusal(Family.BITCOIN, it.text()) == UNKNOWN_PREFIX);
  }

  @Test
  void shouldRefuseWhenBitcoinCoreCallsTheTextInvalid() throws IOException {
    List<String> invalid =
        rows("addresses/bitcoin_core_key_io_invalid.json").map(it -> it.get(0).asText()).toList();

    assertThat(invalid)
        .hasSize(60)
        .allSatisfy(
            it ->
                assertThat(Given.read(Family.BITCOIN, it)).as(it).isInstanceOf(NotAnAddress.class));
  }

  private static List<Vector> valid() throws IOException {
    return rows("addresses/bitcoin_core_key_io_valid.json")
        .map(
            it ->
                new Vector(
                    it.get(0).asText(),
                    it.get(1).asText(),
                    it.get(2).get("isPrivkey").asBoolean(),
                    it.get(2).get("chain").asText()))
        .toList();
  }

  private static Stream<JsonNode> rows(String file) throws IOException {
    JsonNode rows = new ObjectMapper().readTree(SharedData.utf8(file));
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
