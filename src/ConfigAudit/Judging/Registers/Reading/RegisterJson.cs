using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>
/// The rows of a register in JSON, format ConfigAudit.Register/1: <c>register</c>, its name, and <c>rows</c>, an array of objects with the
/// columns as
/// members.
/// </summary>
internal static class RegisterJson
{
    public const string Format = "ConfigAudit.Register/1";

    private const string Rows = "rows";

    /// <summary>The name of the register that the file holds.</summary>
    /// <exception cref="InputException">The file can't be read, or is no register.</exception>
    public static JsonNode Register(string path) => JsonList.Head(path, Format, Rows)["register"];

    /// <param name="path">The file.</param>
    /// <param name="take">Told of each row.</param>
    /// <param name="problem">Told of each row that can't be read.</param>
    /// <exception cref="InputException">The file can't be read, or is no register.</exception>
    public static void Read(string path, Action<RegisterRow> take, Action<InputException> problem)
    {
        var root = JsonList.Head(path, Format, Rows);
        root.AllowOnly("$schema", "format", "register", Rows);
        _ = root[Rows];
        JsonList.Each(
            path,
            Rows,
            node =>
            {
                try
                {
                    take(
                        new RegisterRow(
                            node.Line,
                            node.Members().Select(member => new KeyValuePair<string, string>(member.Name, member.Value.Cell())).ToArray()
                        )
                    );
                }
                catch (InputException bad)
                {
                    problem(bad);
                }
            }
        );
    }
}
