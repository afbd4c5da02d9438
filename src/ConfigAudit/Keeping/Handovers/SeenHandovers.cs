using System;
using System.IO;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>
/// The record of hand-overs that were accepted, format ConfigAudit.Handovers/1: one that is in it, or is older than the newest of the same
/// computer, isn't
/// accepted again. Whoever can write to this file can make it forget.
/// </summary>
internal static class SeenHandovers
{
    private const string Format = "ConfigAudit.Handovers/1";

    /// <summary>Accepts a hand-over and puts it on record, or does neither. Two that run at once come one after the other.</summary>
    /// <param name="path">The record; it is made if it isn't there.</param>
    /// <param name="folder">Of the hand-over, for messages.</param>
    /// <param name="handover">Proven.</param>
    /// <param name="signer">Who signed it.</param>
    /// <param name="now">When it is accepted.</param>
    /// <exception cref="HandoverException">It was accepted before, or a newer one was.</exception>
    /// <exception cref="InputException">The record can't be used, or another process uses it.</exception>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public static void Accept(string path, string folder, Handover handover, Signer signer, DateTimeOffset now)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var held = LockFile.Hold(
            path + ".lock",
            new LocalText(
                "別の取り込みがこの記録を使用しています。終わってから、もう一度実行してください",
                "another import uses this record: try again when it has ended"
            )
        );
        var root = File.Exists(path)
            ? (JObject)Checked(JsonDocument.Load(path, Format).Root).Token
            : new JObject { ["format"] = Format, ["accepted"] = new JArray() };
        foreach (var before in new JsonNode(path, root).Objects("accepted"))
            Compare(before, folder, handover);
        ((JArray)root["accepted"]!).Add(
            new JObject
            {
                ["id"] = handover.Id.ToString("D"),
                ["from"] = handover.From,
                ["createdAt"] = Handover.Text(handover.CreatedAt),
                ["acceptedAt"] = Handover.Text(now),
                ["signer"] = FileHash.Hex(signer.Certificate.RawData),
            }
        );
        JsonFile.Write(path, writer => root.WriteTo(writer));
    }

    private static void Compare(JsonNode before, string folder, Handover handover)
    {
        if (before.Text("id") == handover.Id.ToString("D"))
        {
            throw new HandoverException(
                Refusal.Replayed,
                folder,
                new LocalText(
                    $"この引き渡しデータは、{before.Text("acceptedAt")} に受け付け済みです",
                    $"this hand-over was accepted already, on {before.Text("acceptedAt")}"
                )
            );
        }

        var at = Handover.Instant(before["createdAt"]);
        if (string.Equals(before.Text("from"), handover.From, StringComparison.OrdinalIgnoreCase) && at > handover.CreatedAt)
        {
            throw new HandoverException(
                Refusal.Replayed,
                folder,
                new LocalText(
                    $"{Handover.Text(handover.CreatedAt)} に作成されたもので、同じコンピュータの、より新しいもの（{Handover.Text(at)} 作成）を受け付け済みです",
                    $"it was made on {Handover.Text(handover.CreatedAt)}, and a newer one of the same computer was accepted already, made on {Handover.Text(at)}"
                )
            );
        }
    }

    /// <summary>An entry that can't be read is an error: one that were passed over would be a hand-over forgotten.</summary>
    private static JsonNode Checked(JsonNode root)
    {
        root.AllowOnly("format", "accepted");
        foreach (var entry in root.Objects("accepted"))
        {
            entry.AllowOnly("id", "from", "createdAt", "acceptedAt", "signer");
            if (!entry.Has("id") || !entry.Has("from") || !entry.Has("acceptedAt"))
            {
                throw entry.Error(
                    new LocalText(
                        "受け付けた引き渡しの記録には、id、from、createdAt、acceptedAt、signer が必要です",
                        "an accepted hand-over has id, from, createdAt, acceptedAt and signer"
                    )
                );
            }

            Handover.Instant(entry["createdAt"]);
        }

        return root;
    }
}
