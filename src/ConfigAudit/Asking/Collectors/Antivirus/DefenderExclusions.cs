using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Exclusions of MSFT_MpPreference that leave nothing, or nothing that matters, to be scanned: a whole drive, all of users', programs' or Windows' folders, every program, whatever any
/// program opens. Others are a matter of
/// judgement, and no business of a verdict on whether Microsoft Defender stops malware.
/// </summary>
internal static class DefenderExclusions
{
    public static readonly LocalText Unshown = new(
        "このアカウントにはDefenderの除外設定が示されない。管理者で実行してください。管理者にも隠すポリシー（HideExclusionsFromLocalAdmins）があれば、ポリシーを確認してください",
        "Defender doesn't show its exclusions to this account: ask as an administrator; where policy hides them from administrators too (HideExclusionsFromLocalAdmins), look in the policy"
    );

    private const string Source = DefenderSettingsReader.PreferenceSource;
    private const string Hidden = "N/A:";
    private const string Path = "ExclusionPath";
    private const string Extension = "ExclusionExtension";
    private const string Process = "ExclusionProcess";

    /// <summary>The properties.</summary>
    public static readonly IReadOnlyList<string> Lists = new[] { Path, Extension, Process, "ExclusionIpAddress" };

    /// <summary>What Windows runs as a program.</summary>
    private static readonly string[] Programs = { "exe", "dll", "com", "scr", "sys" };

    /// <summary>A drive by its letter, by any letter, by a device path or by a variable, with nothing after it that picks less than all; or
    /// all, whatever the drive.</summary>
    private static readonly Regex Whole = LinearPattern.Of(
        @"\A(?:\\\\[?.]\\)?(?:[A-Z?*]:|%SystemDrive%|%HomeDrive%|\\Device\\HarddiskVolume\d{1,4})?(?>[\\/]*)(?>\*+(?:\.\*+)?[\\/]*)*\z",
        RegexOptions.IgnoreCase
    );

    /// <summary>What people's files, programs and Windows itself stand in, on any drive.</summary>
    private static readonly Regex Broad = LinearPattern.Of(
        @"\A(?:(?:\\\\[?.]\\)?(?:[A-Z?*]:|%SystemDrive%|%HomeDrive%)[\\/]+(?:Users|Windows|Windows[\\/]+System32|Program Files|Program Files \(x86\)|ProgramData)|%SystemRoot%|%WinDir%|%ProgramFiles%|%ProgramFiles\(x86\)%|%ProgramData%|%AllUsersProfile%|%UserProfile%|%Public%|%Temp%|%Tmp%)[\\/]*(?:\*(?:\.\*)?)?\z",
        RegexOptions.IgnoreCase
    );

    /// <summary>A folder and the way out of it again.</summary>
    private static readonly Regex AndBack = LinearPattern.Of(@"(?<![\\/])[\\/]+[^\\/:.][^\\/:]*[\\/]+\.\.(?=[\\/]|\z)");

    /// <summary>Why Defender may leave unscanned what matters; null where its exclusions were read and leave enough. A recording made
    /// before they were asked for says nothing of them.</summary>
    public static Gap? Doubt(CimAnswer preference)
    {
        var wide = preference.Rows.SelectMany(OfAll).ToArray();
        if (wide.Length > 0)
            return new Gap(GapKind.Unusable, Source, LocalText.Join(wide));
        if (preference.Rows.Any(IsHidden))
            return new Gap(GapKind.Denied, Source, Unshown);
        if (preference.Gap is { Kind: not (GapKind.NotPresent or GapKind.NotRecorded or GapKind.NotSupported) } gap)
            return gap.Saying(new LocalText("Microsoft Defenderの除外設定: ", "of Microsoft Defender's exclusions: ").Then(gap.Told));
        return preference.Gap is null && preference.Rows.Count == 0
            ? new Gap(
                GapKind.Unusable,
                Source,
                new LocalText(
                    "Microsoft Defenderの設定にインスタンスがない。どのホストでもあり得ない",
                    "Microsoft Defender's preferences have no instance, which no host has"
                )
            )
            : null;
    }

    /// <summary>Defender puts a text in place of the exclusions that it doesn't show: "N/A: Must be an administrator to view exclusions",
    /// in several wordings.</summary>
    public static bool IsHidden(CimRow preference) =>
        Lists.Any(list => preference.Texts(list)?.Any(text => text.StartsWith(Hidden, StringComparison.OrdinalIgnoreCase)) == true);

    /// <summary>Each in words.</summary>
    private static IEnumerable<LocalText> OfAll(CimRow preference) =>
        new[]
        {
            Of(preference, Path, IsWhole),
            Of(preference, Extension, IsProgram),
            Of(preference, Process, path => IsWhole(path) || IsAnyProgram(path)),
        }.SelectMany(each => each);

    /// <summary>Where nothing is excluded, there is no value.</summary>
    private static IEnumerable<LocalText> Of(CimRow preference, string list, Func<string, bool> leavesNothing)
    {
        var texts = preference.Texts(list) ?? Array.Empty<string>();
        if (texts.Count < preference.Count(list))
        {
            yield return new LocalText(
                $"{list} に文字列でないものがあり、検査の対象外が分からない",
                $"{list} has what is no text: what goes unscanned isn't known"
            );
        }

        foreach (var text in texts.Where(text => leavesNothing(Plain(text))))
        {
            yield return new LocalText(
                $"{list} に {HostileText.Shown(text)} があり、ドライブ全体、利用者やWindowsのフォルダ全体又は全てのプログラムが検査されない",
                $"{list} has {HostileText.Shown(text)}: a whole drive, the whole folder of users, programs or Windows, or every program, goes unscanned"
            );
        }
    }

    private static string Plain(string text) => text.Trim().Trim('"').Trim();

    /// <summary>A blank names none.</summary>
    private static bool IsWhole(string path) => path.Length > 0 && (Whole.IsMatch(Straight(path)) || Broad.IsMatch(Straight(path)));

    /// <summary>Without detours: C:\Windows\.. is C:\.</summary>
    private static string Straight(string path)
    {
        for (var tried = 0; tried < 64; tried++)
        {
            var straight = AndBack.Replace(path, string.Empty, 1);
            if (straight == path)
                return path;
            path = straight;
        }

        return path;
    }

    private static bool IsProgram(string extension)
    {
        var bare = extension.TrimStart('*').TrimStart('.');
        return extension.Length > 0 && (bare.Trim('*', '?', '.').Length == 0 || Programs.Contains(bare, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsAnyProgram(string path) => path.Equals("*.exe", StringComparison.OrdinalIgnoreCase);
}
