/** A number with its noun, digits in threes: "1 conversation", "12,431 contacts". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
