package io.weir.config;

/** A key and its text as somebody set it. The text may be a secret, so it is not printed. */
public record Setting(String key, String value, Origin origin) {

  /** What a flag of the command line sets. */
  public static Setting flag(String flag, String key, String value) {
    return new Setting(key, value, new Origin.Flag(flag));
  }

  @Override
  public String toString() {
    return key + " from " + origin;
  }
}
