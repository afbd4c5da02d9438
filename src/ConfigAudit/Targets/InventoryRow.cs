using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Values;

namespace ConfigAudit.Targets;

/// <summary>A row of an inventory, as texts by column.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Fields">Empty ones are left out; the tags are separated by semicolons.</param>
internal sealed record InventoryRow(int Line, IReadOnlyDictionary<string, string> Fields)
{
    public const string NameColumn = "ComputerName";

    public static readonly string[] Columns =
    {
        NameColumn, "Address", "Port", "Protocol", "UseSsl", "Zone", "Role", "Model", "Tags", "Recording",
    };

    /// <param name="folder">What recordings are named relative to.</param>
    /// <exception cref="FormatException">A field can't be what it is for.</exception>
    public Target ToTarget(string folder) => new(Field(NameColumn) ?? throw new FormatException("the row has no ComputerName"))
    {
        Address = Field("Address"),
        Port = Field("Port") is { } port ? PortNumber(port) : null,
        Protocol = Named<SessionProtocol>("Protocol"),
        UseSsl = Field("UseSsl") is { } flag ? Flag(flag) : null,
        Zone = Named<Zone>("Zone"),
        Role = Named<HostRole>("Role"),
        Model = Named<NetworkModel>("Model"),
        Tags = Field("Tags")?.Split(new[] { ';' }, StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Trim()).ToArray() ?? Array.Empty<string>(),
        RecordingPath = Field("Recording") is { } recording ? Path.Combine(folder, recording) : null,
    };

    /// <exception cref="FormatException">It is none.</exception>
    public static int PortNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new FormatException($"'{text}' is no port: a number from 1 to 65535 is wanted");

    /// <exception cref="FormatException">It is neither.</exception>
    public static bool Flag(string text) =>
        bool.TryParse(text, out var flag) ? flag : throw new FormatException($"'{text}' is neither true nor false");

    /// <summary>Null for an empty one.</summary>
    public string? Field(string column) => Fields.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <exception cref="FormatException">The field names no member.</exception>
    public E? Named<E>(string column)
        where E : struct, Enum =>
        Field(column) is { } text ? ((ValueKind<E>)ValueKind.Of(typeof(E))).Parse(text) : null;
}
