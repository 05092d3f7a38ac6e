package io.weir.runtime;

import io.weir.config.ConfigKeys;
import io.weir.config.WeirConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** A cluster that has answered, and a client to ask it more. */
public final class Brokers implements AutoCloseable {
  private final Admin admin;
  private final WeirConfig config;

  private Brokers(Admin admin, WeirConfig config) {
    this.admin = admin;
    this.config = config;
  }

  /**
   * Connects and waits for the first answer, at most {@code weir.start.timeout.ms}.
   *
   * @throws Unreachable when none comes, in a sentence that says what to check
   */
  public static Brokers connect(WeirConfig config) {
    return QuietKafka.during(
        () -> {
          Brokers brokers = new Brokers(client(config), config);
          boolean answered = false;
          try {
            brokers.firstAnswer();
            answered = true;
            return brokers;
          } finally {
            if (!answered) {
              brokers.close();
            }
          }
        });
  }

  /** Makes sure that the cluster answers. */
  public static void reachable(WeirConfig config) {
    connect(config).close();
  }

  public Admin admin() {
    return admin;
  }

  /**
   * The answer to a request.
   *
   * @throws Unreachable when the cluster does not answer or does not let Weir in
   * @throws ApiException when it answers with any other refusal
   */
  public <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptException(interrupted);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof AuthenticationException) {
        throw new Unreachable(
            refused(cause)
                + " Check the login: kafka.security.protocol,"
                + " kafka.sasl.* and kafka.ssl.*.",
            cause);
      }
      if (cause instanceof AuthorizationException) {
        throw new Unreachable(refused(cause) + " Check the rights of Weir's user.", cause);
      }
      if (cause instanceof TimeoutException) {
        throw new Unreachable(silent(), cause);
      }
      if (cause instanceof ApiException refusal) {
        throw refusal;
      }
      throw new KafkaException("Kafka's client failed: " + cause, cause);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private static Admin client(WeirConfig config) {
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("admin."));
    try {
      return Admin.create(settings);
    } catch (KafkaException refused) {
      // Such as a host name that no one knows, or a trust store that cannot be opened.
      Throwable reason = refused.getCause() == null ? refused : refused.getCause();
      throw new Unreachable(
          "Kafka's client cannot be set up for "
              + config.bootstrapServers()
              + ": "
              + reason.getMessage()
              + ". Check the host names and ports in "
              + ConfigKeys.BOOTSTRAP_SERVERS
              + " and the other kafka.* keys.",
          refused);
    }
  }

  private void firstAnswer() {
    int timeout = Math.toIntExact(config.startTimeout().toMillis());
    await(admin.describeCluster(new DescribeClusterOptions().timeoutMs(timeout)).clusterId());
  }

  private String refused(Throwable cause) {
    return "Kafka at " + config.bootstrapServers() + " refused Weir: " + cause.getMessage();
  }

  private String silent() {
    return "No Kafka broker answered at "
        + config.bootstrapServers()
        + " within "
        + config.startTimeout().toMillis() / 1000.0
        + " s. Check "
        + ConfigKeys.BOOTSTRAP_SERVERS
        + " (set by "
        + config.origin(ConfigKeys.BOOTSTRAP_SERVERS)
        + "), that a broker listens there, that the address it advertises can be reached from"
        + " here, and kafka.security.protocol when it expects TLS or a login.";
  }
}
