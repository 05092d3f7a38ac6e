package io.weir.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that transfers are read in, by the names the command line knows them by. */
public enum TransferFormats {
  ETHEREUM_ETL(EthereumEtl.NAME, "eip155:1"),
  BITCOIN_ETL(BitcoinEtl.NAME, "bip122:000000000019d6689c085ae165831e93"),
  TRONGRID(TronGrid.NAME, "tron:0x2b6653dc"),
  /** Says the chain of each transfer itself. */
  JSON(WeirJson.NAME, "");

  private final String formatName;
  private final String defaultChain;

  TransferFormats(String formatName, String defaultChain) {
    this.formatName = formatName;
    this.defaultChain = defaultChain;
  }

  /** The format of this name. */
  public static Optional<TransferFormats> named(String name) {
    return Arrays.stream(values()).filter(format -> format.formatName.equals(name)).findFirst();
  }

  /** All names, in the order of their declaration. */
  public static List<String> names() {
    return Arrays.stream(values()).map(format -> format.formatName).toList();
  }

  /** The chain of an export when none is named; empty when each transfer names its own. */
  public Optional<String> defaultChain() {
    return Optional.of(defaultChain).filter(chain -> !chain.isEmpty());
  }

  /** The format, for an export of its default chain. */
  public TransferFormat format() {
    return format(defaultChain);
  }

  /**
   * The format, for an export of a chain.
   *
   * @param chain CAIP-2 id; without effect when each transfer names its own
   */
  public TransferFormat format(String chain) {
    return switch (this) {
      case ETHEREUM_ETL -> new EthereumEtl(chain);
      case BITCOIN_ETL -> new BitcoinEtl(chain);
      case TRONGRID -> new TronGrid(chain);
      case JSON -> new WeirJson();
    };
  }
}
