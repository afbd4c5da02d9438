using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>MSFT_MpComputerStatus: what Microsoft Defender says of itself.</summary>
internal sealed class DefenderStatus
{
    public const string Source = "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus";

    /// <summary>"Enabled" while Microsoft's portal lets whoever administers the host change what tamper protection guards. Old platforms
    /// don't have it.</summary>
    public const string Troubleshooting = "TroubleShootingMode";

    /// <summary>The properties of the fact that only this class tells.</summary>
    public static readonly string[] Properties =
    {
        nameof(AntivirusFact.RealTimeProtection),
        nameof(AntivirusFact.BehaviorMonitoring),
        nameof(AntivirusFact.TamperProtection),
        nameof(AntivirusFact.RunningMode),
        nameof(AntivirusFact.DefinitionVersion),
        nameof(AntivirusFact.DefinitionUpdatedAt),
        nameof(AntivirusFact.DefinitionAge),
        nameof(AntivirusFact.EngineVersion),
        nameof(AntivirusFact.DefinitionsCurrent),
        nameof(AntivirusFact.HasDefinitions),
    };

    private const string OnAccess = "OnAccessProtectionEnabled";

    /// <summary>Of downloads and attachments, which policy can switch off by itself.</summary>
    private const string Downloads = "IoavProtectionEnabled";

    /// <summary>Real-time protection, or what it consists of, is off when one of these says so. All platforms have the first three, which
    /// have to say on.</summary>
    private static readonly string[] Needed = { "AMServiceEnabled", "AntivirusEnabled", "RealTimeProtectionEnabled" };

    /// <summary>Parts of it that not every platform tells of. Where one is told, it has to say on.</summary>
    private static readonly string[] Later = { OnAccess, Downloads };

    /// <summary>Modes in which another product protects, or none; "Passive" stands in older documentation. The text isn't
    /// localised.</summary>
    private static readonly string[] Idle = { "Passive Mode", "Passive", "SxS Passive Mode", "EDR Block Mode", "Not running" };

    /// <summary>
    /// Flags of ProductStatus that no Defender has which protects (Microsoft Learn, "Defender CSP", Health/ProductStatus, and
    /// "windowsDefenderProductStatus", 2026-11). Others tell of pending scans, restarts and updates; 0 and 524288 are none.
    /// </summary>
    private static readonly (long Flag, LocalText Meaning)[] Ailments =
    {
        (1, new LocalText("サービスが動作していない", "its service isn't running")),
        (2, new LocalText("マルウェア対策エンジンなしで起動した", "it started without an engine")),
        (16384, new LocalText("期限切れ", "it has expired")),
    };

    private readonly CimRow _row;

    public DefenderStatus(CimRow row) => _row = row;

    /// <summary>Missing on old platform builds, which is no sign of anything.</summary>
    public string? Mode => _row.Text("AMRunningMode");

    /// <summary>A mode that is there and can't be read is none.</summary>
    private bool IsActive => !_row.Has("AMRunningMode") || Is(Mode, "Normal");

    /// <summary>Off in a mode that doesn't protect and as soon as one flag says so; on in the normal mode when all do; null where they
    /// leave it open.</summary>
    public ProtectionState? State
    {
        get
        {
            if (Idle.Any(mode => Is(Mode, mode)) || Needed.Append(OnAccess).Any(name => _row.Flag(name) == false))
                return ProtectionState.Off;
            return
                IsActive
                && Later.All(name => !_row.Has(name) || _row.Flag(name) == true || IsOffAlone(name))
                && Needed.All(name => _row.Flag(name) == true)
                ? ProtectionState.On
                : null;
        }
    }

    /// <summary>Why <see cref="State"/> is open.</summary>
    public Gap Unclear =>
        new(
            GapKind.Unusable,
            Source,
            new LocalText(
                $"{Said("、", " は ", "値なし")}。これではMicrosoft Defenderが保護しているか分からない",
                $"{Said(", ", " is ", "not told")}: that doesn't say whether Microsoft Defender protects"
            )
        );

    private string Said(string between, string @is, string nothing) =>
        string.Join(
            between,
            new[] { "AMRunningMode" }
                .Concat(Needed)
                .Concat(Later.Where(_row.Has))
                .Select(name =>
                    name + @is + (Convert.ToString(_row[name], CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : nothing)
                )
        );

    /// <summary>What ProductStatus says against <see cref="State"/>, or that it can't be read; null where nothing does. Old platforms don't
    /// have it.</summary>
    public LocalText? Ailing =>
        _row.Has("ProductStatus") && _row.Number("ProductStatus") is null
            ? new LocalText("ProductStatus を読めない", "its ProductStatus can't be read")
        : _row.Number("ProductStatus") is { } status && Ailments.Where(each => (status & each.Flag) != 0).ToArray() is { Length: > 0 } told
            ? new LocalText(
                $"ProductStatus は {status}（{string.Join("、", told.Select(each => each.Meaning.Ja))}）",
                $"its ProductStatus is {status} ({string.Join(", ", told.Select(each => each.Meaning.En))})"
            )
        : null;

    /// <summary>Whether tamper protection stands against switches: it is on, and the host isn't in the mode that suspends it.</summary>
    public bool IsShielded => _row.Flag("IsTamperProtected") == true && !MayBeTroubleshooting;

    /// <summary>Whether Microsoft Defender is the antivirus in use, with its real-time protection on or off.</summary>
    public bool? IsInUse
    {
        get
        {
            if (Idle.Any(mode => Is(Mode, mode)) || Needed.Take(2).Any(name => _row.Flag(name) == false))
                return false;
            return IsActive && (Mode is not null || Needed.Take(2).All(name => _row.Flag(name) == true)) ? true : null;
        }
    }

    /// <summary>Whether it may be in troubleshooting mode: it says anything but that it isn't. Most hosts say nothing at all.</summary>
    public bool MayBeTroubleshooting => TroubleshootingMode.Trim().Length > 0 && !Is(TroubleshootingMode, "Disabled");

    /// <summary>What it says of that.</summary>
    public string TroubleshootingMode => Convert.ToString(_row[Troubleshooting], CultureInfo.InvariantCulture) ?? string.Empty;

    public bool? IsOutOfDate => _row.Flag("DefenderSignaturesOutOfDate");

    /// <summary>Whether it says so in a way that can't be read. Old platforms don't say.</summary>
    public bool IsOutOfDateUnread => IsOutOfDate is null && _row.Has("DefenderSignaturesOutOfDate");

    /// <summary>
    /// Which of the versions that nothing can be detected without is all zeros, as those of a Defender that has loaded nothing are, or is
    /// told and can't be read; null where neither is.
    /// </summary>
    public LocalText? NoVersion =>
        new[] { "AntivirusSignatureVersion", "AMEngineVersion" }
            .Where(name => _row.Has(name) && (VersionOrNull(name) is null or { Major: 0, Minor: 0, Build: <= 0, Revision: <= 0 }))
            .Select(name =>
                _row.Named(name) is { } text
                    ? new LocalText($"{name} は「{text}」", $"{name} is '{text}'")
                    : new LocalText($"{name} は値なし", $"{name} is not told")
            )
            .FirstOrDefault();

    public AntivirusFact Into(AntivirusFact fact, DefenderDefinitions definitions) =>
        fact with
        {
            RealTimeProtection = _row.Flag("RealTimeProtectionEnabled"),
            BehaviorMonitoring = _row.Flag("BehaviorMonitorEnabled"),
            TamperProtection = _row.Flag("IsTamperProtected"),
            RunningMode = Mode,
            DefinitionVersion = VersionOrNull("AntivirusSignatureVersion"),
            DefinitionUpdatedAt = definitions.UpdatedAt,
            DefinitionAge = definitions.Age,
            HasDefinitions = definitions.Exist,
            EngineVersion = VersionOrNull("AMEngineVersion"),
        };

    /// <summary>A part that is off, while the mode is told to be the normal one and files are watched all the same.</summary>
    private bool IsOffAlone(string part) =>
        part == Downloads && _row.Flag(part) == false && Is(Mode, "Normal") && _row.Flag(OnAccess) == true;

    private static bool Is(string? text, string mode) => string.Equals(text?.Trim(), mode, StringComparison.OrdinalIgnoreCase);

    private Version? VersionOrNull(string name) => Version.TryParse(_row.Text(name), out var version) ? version : null;
}
