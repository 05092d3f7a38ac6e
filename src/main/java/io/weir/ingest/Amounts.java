package io.weir.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Amounts in the smallest unit, exact to the last digit; what was rounded on the way is refused.
 */
final class Amounts {
  static final String EXPECTED = "an integer, or a text of decimal digits";

  /** Digits of the largest uint256, and of the schema's decimal. */
  private static final int MAX_DIGITS = 78;

  private static final BigInteger BOUND = BigInteger.TEN.pow(MAX_DIGITS);

  /** No sign, no leading zero, no exponent: one spelling for one amount. */
  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]*");

  private static final int USD_SCALE = 2;

  /** Digits before the point that the schema's decimal(38,2) holds. */
  private static final int USD_DIGITS = 36;

  private static final Pattern USD = Pattern.compile("[0-9]{1,36}(\\.[0-9]{1,2})?");

  private Amounts() {}

  static BigInteger of(String path, JsonNode value) throws RowFault {
    BigInteger amount = exact(path, value);
    if (amount.signum() < 0) {
      throw new RowFault(path, "is " + Row.shown(value) + "; expected none below zero");
    }
    return bounded(path, amount);
  }

  /** The amount, when the schema's decimal holds it. */
  static BigInteger bounded(String path, BigInteger amount) throws RowFault {
    if (amount.compareTo(BOUND) >= 0) {
      throw new RowFault(
          path, "is " + amount + "; expected no more than " + MAX_DIGITS + " digits");
    }
    return amount;
  }

  private static BigInteger exact(String path, JsonNode value) throws RowFault {
    if (value.isIntegralNumber()) {
      return value.bigIntegerValue();
    }
    if (value.isNumber()) {
      throw new RowFault(
          path,
          "is "
              + Row.shown(value)
              + ", a floating-point number and so not exact; expected "
              + EXPECTED);
    }
    // Longer than any amount, and parsing time grows with the square of the length.
    if (!value.isTextual()
        || value.textValue().length() > MAX_DIGITS
        || !DIGITS.matcher(value.textValue()).matches()) {
      throw new RowFault(
          path,
          "is " + Row.shown(value) + "; expected " + EXPECTED + ", " + MAX_DIGITS + " at most");
    }
    return new BigInteger(value.textValue());
  }

  /** US dollars and cents, exact. */
  static BigDecimal usd(String path, JsonNode value) throws RowFault {
    String expected = "an amount with two decimals at most, best as a text such as \"12.50\"";
    boolean readable =
        value.isNumber() || (value.isTextual() && USD.matcher(value.textValue()).matches());
    if (readable) {
      BigDecimal usd = value.isNumber() ? value.decimalValue() : new BigDecimal(value.textValue());
      // Bounds first: setting the scale of 1e999999999 would fill the memory.
      boolean fits = usd.scale() <= USD_SCALE && usd.precision() - usd.scale() <= USD_DIGITS;
      if (fits && usd.signum() >= 0) {
        return usd.setScale(USD_SCALE);
      }
    }
    throw new RowFault(path, "is " + Row.shown(value) + "; expected " + expected);
  }
}
