using System;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>A file as it was handed over.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="ComputerName">The host whose snapshot it holds.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
internal sealed record HandoverFile(string Name, string ComputerName, long Bytes, string Sha256)
{
    private static readonly char[] Separators = { '/', '\\', ':', '\0' };

    /// <exception cref="InputException">It isn't such an entry, or its name could lead out of the folder.</exception>
    public static HandoverFile Read(JsonNode node)
    {
        node.AllowOnly("name", "computerName", "bytes", "sha256");
        var file = new HandoverFile(node.Text("name"), node.Text("computerName"), node["bytes"].Number(), node.Text("sha256"));
        if (!IsPlain(file.Name))
        {
            throw node["name"]
                .Error(
                    new LocalText(
                        "ここには、フォルダを含まない、スナップショットのファイル名が必要です",
                        "the name of a snapshot's file is wanted here, without a folder"
                    )
                );
        }

        if (file.Bytes is <= 0 or > JsonFile.MaxBytes)
            throw node["bytes"].Error(new LocalText("スナップショットの長さとしてあり得ません", "no snapshot has such a length"));
        return file.Sha256.Length == 64 && file.Sha256.All(Uri.IsHexDigit)
            ? file
            : throw node["sha256"]
                .Error(new LocalText("ここにはSHA-256（16進数64桁）が必要です", "a SHA-256 is wanted here: 64 hexadecimal digits"));
    }

    /// <summary>Whether these bytes are the file that was handed over.</summary>
    public bool Fits(byte[] bytes) =>
        bytes.Length == Bytes && string.Equals(FileHash.Hex(bytes), Sha256, StringComparison.OrdinalIgnoreCase);

    public void Write(JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("name");
        writer.WriteValue(Name);
        writer.WritePropertyName("computerName");
        writer.WriteValue(ComputerName);
        writer.WritePropertyName("bytes");
        writer.WriteValue(Bytes);
        writer.WritePropertyName("sha256");
        writer.WriteValue(Sha256);
        writer.WriteEndObject();
    }

    private static bool IsPlain(string name) =>
        name.IndexOfAny(Separators) < 0 && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && HandoverFolder.IsSnapshot(name);
}
