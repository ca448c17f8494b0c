/** One of the choices of a Select or a Combobox. The value is never empty. */
export type Option<Value extends string = string> = {
  value: Value;
  label: string;
  hint?: string;
  /** More text to find it by, which is not shown. */
  findBy?: string;
  group?: string;
  disabled?: boolean;
};

export type OptionGroup<Value extends string> = { name: string | null; options: Option<Value>[] };

/** The options by group, groups in the order in which they first appear. */
export function byGroup<Value extends string>(options: Option<Value>[]): OptionGroup<Value>[] {
  const groups = new Map<string | null, Option<Value>[]>();
  for (const option of options) {
    const name = option.group ?? null;
    const members = groups.get(name);
    if (members) members.push(option);
    else groups.set(name, [option]);
  }
  return [...groups].map(([name, members]) => ({ name, options: members }));
}

/** What a Select and a Combobox take alike. */
export type ChoiceProps<Value extends string> = {
  /** '' while nothing is chosen. */
  value: Value | '';
  onValueChange: (value: Value) => void;
  options: Option<Value>[];
  placeholder?: string;
  /** The accessible name. Inside a Field with htmlFor it may be left out. */
  label?: string;
  id?: string;
  invalid?: boolean;
  disabled?: boolean;
  className?: string;
};
