package io.weir.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The variables of the environment that set a key, and those that merely look like it. */
final class Variables {
  static final String PREFIX = "WEIR_";

  /** The one key of Kafka's clients that a variable can set: containers need it. */
  static final String BOOTSTRAP_SERVERS = "WEIR_KAFKA_BOOTSTRAP_SERVERS";

  /* Read by the start script, not by the program. */
  private static final Set<String> OTHERS = Set.of("WEIR_JAVA_OPTS");

  /* Kubernetes gives every container such variables for each service, and one may be named weir. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "WEIR_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP|SCTP)(_.+)?)");

  private static final Pattern SERVICE_URL = Pattern.compile("(tcp|udp|sctp)://.*");

  private Variables() {}

  /** The variable that sets the key. Locale.ROOT: a Turkish machine has another upper-case i. */
  static String nameOf(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Whether a variable with Weir's prefix is somebody else's and no mistake. */
  static boolean isForeign(String name, String value) {
    return OTHERS.contains(name)
        || SERVICE_LINK.matcher(name).matches()
        || (name.endsWith("_PORT") && SERVICE_URL.matcher(value).matches());
  }
}
