/** Luhn's digit (ISO/IEC 7812-1): notices every wrong digit and most swapped ones. */
export const checkDigit = (digits: string): number => {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
};
