using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>
/// Client or server: Win32_OperatingSystem.ProductType, held against OperatingSystemSKU. Numbers of editions: winnt.h (PRODUCT_…),
/// Microsoft Learn "GetProductInfo".
/// </summary>
internal static class WindowsEdition
{
    private const string Source = "root/cimv2:Win32_OperatingSystem";

    /// <summary>Enterprise multi-session (PRODUCT_SERVERRDSH): a Windows 10 or 11 whose ProductType is a server's, so that several people
    /// can work on it at once.</summary>
    public const long MultiSession = 175;

    /// <summary>Editions for evaluation (PRODUCT_…_EVALUATION), which end 90 or 180 days after they were installed, whatever their
    /// release.</summary>
    private static readonly long[] Evaluations = { 72, 79, 80, 84, 95, 96, 129, 130 };

    private static readonly long[] Clients =
    {
        1,
        2,
        3,
        4,
        5,
        6,
        11,
        16,
        26,
        27,
        28,
        47,
        48,
        49,
        58,
        65,
        66,
        67,
        68,
        69,
        70,
        71,
        72,
        84,
        85,
        86,
        87,
        88,
        89,
        90,
        91,
        92,
        97,
        98,
        99,
        100,
        101,
        103,
        105,
        106,
        107,
        108,
        111,
        112,
        113,
        114,
        115,
        116,
        117,
        118,
        119,
        121,
        122,
        123,
        125,
        126,
        127,
        128,
        129,
        130,
        131,
        135,
        136,
        138,
        139,
        140,
        141,
        161,
        162,
        164,
        165,
        171,
        172,
        178,
        179,
        180,
        183,
        185,
        186,
        187,
        188,
        189,
        191,
        202,
        203,
        205,
        206,
        207,
        210,
    };

    private static readonly long[] Servers =
    {
        7,
        8,
        9,
        10,
        12,
        13,
        14,
        15,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        29,
        30,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        38,
        39,
        40,
        41,
        42,
        43,
        44,
        45,
        46,
        50,
        51,
        52,
        53,
        54,
        55,
        56,
        57,
        59,
        60,
        61,
        62,
        63,
        64,
        76,
        77,
        79,
        80,
        95,
        96,
        109,
        110,
        120,
        124,
        143,
        144,
        145,
        146,
        147,
        148,
        159,
        160,
        168,
        169,
        199,
        200,
        201,
        208,
        209,
        406,
        407,
        408,
        409,
    };

    public static bool IsEvaluation(long? sku) => sku is { } number && Evaluations.Contains(number);

    /// <summary>OperatingSystemSKU. 0 is "undefined".</summary>
    public static Reading<long?> Sku(SoleInstance system) =>
        system.Read<long?>(
            "OperatingSystemSKU",
            row => row.Number("OperatingSystemSKU") is { } sku and > 0 and <= uint.MaxValue ? sku : null
        );

    public static Reading<HostKind?> Kind(SoleInstance system)
    {
        var told = system.Read<HostKind?>("ProductType", row => row.Member<HostKind>("ProductType"));
        var sku = Sku(system);
        // Two instances of two editions: which of them is the host's isn't known, and so isn't its kind.
        // One that is there and can't be read could contradict what ProductType says; only old recordings don't have it.
        if (sku.Value is null)
            return system.HasSeveral("OperatingSystemSKU") || IsUnread(system) ? Reading<HostKind?>.Unknown(sku.Gaps.ToArray()) : told;
        return told.Then(
            kind => Agreed(kind!.Value, sku.Value.Value),
            new Gap(
                GapKind.Unusable,
                Source,
                new LocalText(
                    $"ProductType は {told.Value} だが、OperatingSystemSKU {sku.Value} は別の種類のエディション",
                    $"ProductType says {told.Value}, and OperatingSystemSKU {sku.Value} is an edition of another kind"
                )
            )
        );
    }

    /// <summary>Zero can be read: the host says that its edition has no number.</summary>
    private static bool IsUnread(SoleInstance system) =>
        system.Has("OperatingSystemSKU")
        && system.Read<long?>("OperatingSystemSKU", row => row.Number("OperatingSystemSKU")).Value is not (>= 0 and <= uint.MaxValue);

    private static HostKind? Agreed(HostKind kind, long sku)
    {
        if (sku == MultiSession)
            return kind == HostKind.DomainController ? null : HostKind.Client;
        return (kind == HostKind.Client ? Servers : Clients).Contains(sku) ? null : kind;
    }
}
