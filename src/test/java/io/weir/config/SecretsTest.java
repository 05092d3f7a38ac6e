package io.weir.config;

import static io.weir.config.ConfigFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String SECRET = "hunter2";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka.ssl.key.password",
        "kafka.ssl.keystore.password",
        "kafka.ssl.keystore.key",
        "kafka.ssl.keystore.certificate.chain",
        "kafka.ssl.truststore.password",
        "kafka.sasl.jaas.config",
        "kafka.consumer.sasl.jaas.config",
        "kafka.listener.name.x.scram-sha-256.sasl.jaas.config",
        "kafka.sasl.oauthbearer.client.credentials.client.secret",
        "kafka.my.plugin.API_KEY",
        "kafka.my.plugin.auth-token",
        "registry.basic.auth.user.info",
        "registry.schema.registry.basic.auth.user.info",
        "registry.bearer.auth.token",
        "registry.bearer.auth.client.secret",
        "registry.schema.registry.ssl.key.password"
      })
  void shouldNeverShowASecret(String key) {
    WeirConfig config = given().set(key, SECRET).load();

    assertThat(config.toString()).doesNotContain(SECRET).contains(Secrets.HIDDEN);
    assertThat(config.effective())
        .filteredOn(EffectiveValue::secret)
        .extracting(EffectiveValue::key)
        .containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka.ssl.truststore.location",
        "kafka.security.protocol",
        "kafka.sasl.oauthbearer.token.endpoint.url",
        "registry.basic.auth.credentials.source",
        "weir.environment"
      })
  void shouldShowWhatIsNoSecret(String key) {
    assertThat(Secrets.shown(key, "value")).isEqualTo("value");
  }

  @Test
  void shouldTakeTheClientsWordForWhatIsAPassword() {
    assertThat(ClientKeys.isPassword("ssl.keystore.certificate.chain")).isTrue();
    assertThat(ClientKeys.isPassword("main.consumer.sasl.jaas.config")).isTrue();
    assertThat(ClientKeys.isPassword("basic.auth.user.info")).isTrue();
    assertThat(ClientKeys.isPassword("bootstrap.servers")).isFalse();
  }

  @Test
  void shouldHideTheUserInAUrl() {
    WeirConfig config =
        given().set("weir.schema.registry.url", "https://me:" + SECRET + "@registry:8081").load();

    assertThat(config.toString()).doesNotContain(SECRET).contains("https://[hidden]@registry:8081");
    assertThat(config.schemaRegistryUrl()).contains(SECRET);
  }

  @Test
  void shouldNotRepeatASecretInAProblem() throws IOException {
    List<String> problems =
        given()
            .file(
                folder,
                "kafka.sasl.jaas.config=org.apache.kafka.Module required",
                "  password=\"" + SECRET + "\";",
                "\"" + SECRET + "\";",
                "weir.schema.registry.url=ftp://me:" + SECRET + "@registry",
                "weir.kafka.ssl.key.password=" + SECRET)
            .variable("WEIR_REGISTRY_PASSWORD", SECRET)
            .problems();

    assertThat(problems).hasSize(5).noneMatch(problem -> problem.contains(SECRET));
  }
}
