package io.weir.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's log folder, formatted once and kept after that. */
final class BrokerFolder {
  private BrokerFolder() {}

  /** Whether a broker has run here. */
  static boolean isFormatted(Path logs) {
    return Files.exists(logs.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
  }

  /** Formats the folder unless an earlier run did. */
  static void prepare(Path logs) {
    try {
      Files.createDirectories(logs);
      if (isFormatted(logs)) {
        return;
      }
      refuseForeign(logs);
    } catch (IOException e) {
      throw new EmbeddedFailure("Cannot write to the broker's folder " + logs + ": " + e, e);
    }
    format(logs);
  }

  /* An interrupted format leaves single files only; logs without meta.properties are another's. */
  private static void refuseForeign(Path logs) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(logs, Files::isDirectory)) {
      if (folders.iterator().hasNext()) {
        throw new EmbeddedFailure(
            "The broker's folder "
                + logs
                + " holds data but no "
                + MetaPropertiesEnsemble.META_PROPERTIES_NAME
                + ": it is damaged or not Weir's. Choose another data folder, or move this one away.");
      }
    }
  }

  private static void format(Path logs) {
    Formatter formatter =
        new Formatter()
            .setNodeId(BrokerSettings.NODE_ID)
            .setClusterId(Uuid.randomUuid().toString())
            .addDirectory(logs.toString())
            .setMetadataLogDirectory(logs.toString())
            .setControllerListenerName(BrokerSettings.CONTROLLER)
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            // Without it transaction.version stays 0, as on no cluster of today.
            .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
            // It would print to stdout.
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      formatter.run();
    } catch (Exception e) { // Formatter.run declares no narrower type
      throw new EmbeddedFailure(
          "Cannot format the broker's folder " + logs + ": " + e.getMessage(), e);
    }
  }
}
