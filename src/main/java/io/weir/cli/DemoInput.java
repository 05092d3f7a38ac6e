package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.Chain;
import io.weir.address.Chains;
import io.weir.ingest.IngestInput;
import io.weir.ingest.TransferFormat;
import io.weir.ingest.TransferFormats;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An export that {@code weir demo --input} streams.
 *
 * @param chain CAIP-2 id; empty text when each transfer names its own
 */
record DemoInput(String name, TransferFormats format, String chain) {
  /** Enough for the first line of an export, however long its field names. */
  private static final int HEAD_BYTES = 16 * 1024;

  /**
   * Looks at a file.
   *
   * @param format empty to go by the file's beginning
   * @param chain empty to go by the file's name
   * @throws CommandFailed when it cannot be read, or cannot be understood without being told how
   */
  static DemoInput of(
      String name, Optional<TransferFormats> format, Optional<String> chain, Chains chains) {
    String head = head(name);
    TransferFormats chosen =
        format
            .or(() -> guess(head))
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        name
                            + " does not look like any format Weir reads; say which with --format "
                            + String.join("|", TransferFormats.names())));
    Optional<String> own = chosen.defaultChain();
    if (own.isEmpty()) {
      return new DemoInput(name, chosen, "");
    }
    if (chain.isPresent()) {
      return new DemoInput(name, chosen, declared(chain.get(), chains).id());
    }
    return new DemoInput(
        name, chosen, named(name, chosen, chains).map(Chain::id).orElse(own.get()));
  }

  /** The transfers of an open file. */
  TransferFormat transfers() {
    return format.format(chain);
  }

  /** Opens the file, inflated when it is gzipped. */
  InputStream open() throws IOException {
    return IngestInput.open(Files.newInputStream(Path.of(name)));
  }

  private static String head(String name) {
    try (InputStream file =
        new BufferedInputStream(IngestInput.open(Files.newInputStream(Path.of(name))))) {
      return new String(file.readNBytes(HEAD_BYTES), UTF_8);
    } catch (NoSuchFileException e) {
      throw new CommandFailed(ExitCode.INPUT_REFUSED, "There is no file " + name, e);
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.INPUT_REFUSED, name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<TransferFormats> guess(String head) {
    Predicate<String> has = field -> head.contains('"' + field + '"');
    if (has.test("transfer_id")) {
      return Optional.of(TransferFormats.JSON);
    }
    if (has.test("token_info")) {
      return Optional.of(TransferFormats.TRONGRID);
    }
    if (has.test("inputs") && has.test("outputs")) {
      return Optional.of(TransferFormats.BITCOIN_ETL);
    }
    return has.test("from_address") && has.test("to_address")
        ? Optional.of(TransferFormats.ETHEREUM_ETL)
        : Optional.empty();
  }

  /** The chain that a word of the file's name means, such as in bitcoin-etl-dogecoin.json. */
  private static Optional<Chain> named(String name, TransferFormats format, Chains chains) {
    Optional<Chain> usual = format.defaultChain().flatMap(chains::find);
    String file = String.valueOf(Path.of(name).getFileName());
    Optional<Chain> found = Optional.empty();
    for (String word : file.split("[^A-Za-z0-9]+", -1)) {
      Optional<Chain> chain =
          chains
              .find(word)
              .filter(one -> usual.map(other -> other.family() == one.family()).orElse(false))
              .filter(one -> !one.equals(usual.orElseThrow()));
      found = found.or(() -> chain);
    }
    return found;
  }

  private static Chain declared(String name, Chains chains) {
    return chains
        .find(name)
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.USAGE,
                    "--chain expects a chain that config/chains.yaml declares, but was '"
                        + name
                        + "'."));
  }
}
