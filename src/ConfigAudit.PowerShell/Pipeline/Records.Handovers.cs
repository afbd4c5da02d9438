using System;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Keeping.Handovers;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What is said of hand-overs.</summary>
internal static partial class Records
{
    public static ErrorRecord Of(HandoverException bad) =>
        new(
            new InvalidOperationException(Say($"{Bare(bad)}。{Advice(bad.Refusal).Ja}", $"{Bare(bad)}. {Advice(bad.Refusal).En}"), bad),
            "ConfigAuditHandover" + bad.Refusal,
            ErrorCategory.SecurityError,
            bad.Path
        );

    /// <summary>What is said where nothing but manifests came, of which no snapshot is read.</summary>
    public static string ManifestAlone(string path) =>
        Say(
            $"{path} は中身の一覧で、スナップショットではないため、何も読み取っていません。フォルダ {System.IO.Path.GetDirectoryName(path)} を指定してください。",
            $"{path} lists what is there and is no snapshot, so nothing was read: name the folder, {System.IO.Path.GetDirectoryName(path)}."
        );

    public static ErrorRecord NotSigned(string folder, int missing) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{folder}: {missing}件のスナップショットを書き込めなかったため、引き渡しに署名していません。空き容量を確保し、新しいフォルダに引き渡してください。",
                    $"{folder}: the hand-over isn't signed, since {missing} snapshots could not be written. Make room, and hand over into a new folder."
                )
            ),
            "ConfigAuditNotSigned",
            ErrorCategory.WriteError,
            folder
        );

    public static ErrorRecord HandedOver(string folder) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{folder} には署名済みの引き渡しがあり、何も追加できません。別のフォルダを指定してください。",
                    $"{folder} holds a signed hand-over, which nothing can be added to. Name another folder."
                )
            ),
            "ConfigAuditHandedOver",
            ErrorCategory.ResourceExists,
            folder
        );

    /// <summary>Of a hand-over that is taken whole or not at all.</summary>
    /// <param name="bad">Why it isn't.</param>
    /// <param name="hosts">How many snapshots it holds, none of which was taken.</param>
    public static ErrorRecord OfWhole(HandoverException bad, int hosts) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{Bare(bad)}。この引き渡しは一部でも疑わしければ全体を取り込まないため、{hosts} 台のホストのいずれも取り込んでいません。{Advice(bad.Refusal).Ja.Replace("何も取り込んでいません。", string.Empty).Replace("取り込んでいません。", string.Empty)}",
                    $"{Bare(bad)}. A signed hand-over is taken whole or not at all: nothing of it was taken, none of its {hosts} hosts. {Advice(bad.Refusal).En.Replace("Nothing of it was taken. ", string.Empty).Replace("It was not taken. ", string.Empty)}"
                ),
                bad
            ),
            "ConfigAuditHandover" + bad.Refusal,
            ErrorCategory.SecurityError,
            bad.Path
        );

    private static LocalText Advice(Refusal refusal) =>
        refusal switch
        {
            Refusal.NoManifest or Refusal.NoSignature => new LocalText(
                "何も取り込んでいません。Export-ConfigAuditSnapshot -Sign が書き込んだフォルダを指定するか、再度引き渡しを受けてください。",
                "Nothing of it was taken. Name the folder that Export-ConfigAuditSnapshot -Sign wrote, or ask for the hand-over again."
            ),
            Refusal.BadManifest or Refusal.BadSignature => new LocalText(
                "何も取り込んでいません。再度引き渡しを受け、どこで変更されたかを調べてください。",
                "Nothing of it was taken. Ask for the hand-over again, and find out how it was changed."
            ),
            Refusal.Expired => new LocalText(
                "何も取り込んでいません。有効な証明書で署名し直し、署名したコンピュータの時計を確認してください。",
                "Nothing of it was taken. Have it signed again with a certificate that is valid, and look at the clock of the computer that signed."
            ),
            Refusal.WrongPurpose => new LocalText(
                "何も取り込んでいません。署名用の証明書で署名し直してください（about_ConfigAudit_AirGap を参照）。",
                "Nothing of it was taken. Have it signed again with a certificate for signing: see about_ConfigAudit_AirGap."
            ),
            Refusal.Untrusted => new LocalText(
                "何も取り込んでいません。正しい署名者であれば、別の手段で拇印を確かめ、-Trusted で証明書を指定してください。",
                "Nothing of it was taken. If this is the right signer, make sure of the fingerprint by another way, and name the certificate with -Trusted."
            ),
            Refusal.TooOld => new LocalText(
                "何も取り込んでいません。新しい引き渡しを受けてください。",
                "Nothing of it was taken. Ask for a new one."
            ),
            Refusal.NotYet => new LocalText(
                "何も取り込んでいません。2台のコンピュータの時計を比べてください。",
                "Nothing of it was taken. Compare the clocks of the two computers."
            ),
            Refusal.Replayed => new LocalText(
                "何も取り込んでいません。最新の引き渡しを受けてください。受け入れ済みのものを見直すときは -SeenPath を外してください。",
                "Nothing of it was taken. Ask for the newest; to look again at one that was accepted, leave out -SeenPath."
            ),
            _ => new LocalText(
                "取り込んでいません。再度引き渡しを受け、途中で誰が扱ったかを調べてください。",
                "It was not taken. Ask for the hand-over again, and find out who had it on the way."
            ),
        };
}
