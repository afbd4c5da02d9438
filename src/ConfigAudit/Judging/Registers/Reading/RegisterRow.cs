using System.Collections.Generic;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>A row of a register, as texts by the header under which they stand.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Cells">By header, as it is written.</param>
internal sealed record RegisterRow(int Line, IReadOnlyList<KeyValuePair<string, string>> Cells);
