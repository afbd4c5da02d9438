using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// What a connection's own IPsec policy is worth: VpnConnection.IPSecCustomPolicy, a VpnConnectionIPsecConfiguration. Its documentation
/// calls the values uint32 and doesn't say what
/// they mean; names are those of Set-VpnConnectionIPsecConfiguration. So names are judged, and numbers aren't understood.
/// </summary>
internal static class CustomIpsec
{
    private const string None = "None";

    /// <summary>
    /// Each property with what may be believed of it, and with what is broken: DES, MD5, groups of 768 bits, and no encryption or key
    /// exchange at all. 3DES, SHA-1 and groups of 1024
    /// bits, which Windows offers by itself, are old and not broken.
    /// </summary>
    private static readonly (string Property, string[] Sound, string[] Weak)[] Values =
    {
        ("EncryptionMethod", new[] { "DES3", "AES128", "AES192", "AES256", "GCMAES128", "GCMAES256" }, new[] { "DES", None }),
        (
            "CipherTransformConstants",
            new[] { "DES3", "AES128", "AES192", "AES256", "GCMAES128", "GCMAES192", "GCMAES256" },
            new[] { "DES", None }
        ),
        ("IntegrityCheckMethod", new[] { "SHA1", "SHA256", "SHA384" }, new[] { "MD5", None }),
        ("DHGroup", new[] { "Group2", "Group14", "Group24", "ECP256", "ECP384" }, new[] { "Group1", None }),
        // The cipher may authenticate by itself, and without forward secrecy the key exchange still stands.
        (
            "AuthenticationTransformConstants",
            new[] { "SHA196", "SHA256128", "GCMAES128", "GCMAES192", "GCMAES256", None },
            new[] { "MD596" }
        ),
        ("PfsGroup", new[] { "PFS2", "PFS2048", "PFS24", "PFSMM", "ECP256", "ECP384", None }, new[] { "PFS1" }),
    };

    public static Reading<VpnEncryption?> Read(CimRow connection, string source)
    {
        if (connection.Count("IPSecCustomPolicy") != 1 || connection.Rows("IPSecCustomPolicy") is not { Count: 1 } rows)
        {
            return Unknown(
                new LocalText(
                    "接続は独自のIPsecポリシーで暗号化するが、その内容が示されない",
                    "the connection encrypts by a custom IPsec policy, and doesn't tell it"
                )
            );
        }

        var policy = rows[0];
        if (Values.Any(each => Is(each.Weak, policy.Text(each.Property))))
            return Reading<VpnEncryption?>.Of(VpnEncryption.CustomWeak);
        var odd = Values.Where(each => !Is(each.Sound, policy.Text(each.Property))).Select(each => each.Property).ToArray();
        return odd.Length == 0
            ? Reading<VpnEncryption?>.Of(VpnEncryption.Custom)
            : Unknown(
                new LocalText(
                    $"接続は独自のIPsecポリシーで暗号化するが、解釈できないものがある: {string.Join("、", odd)}",
                    $"the connection encrypts by a custom IPsec policy, of which isn't understood: {string.Join(", ", odd)}"
                )
            );

        Reading<VpnEncryption?> Unknown(LocalText told) => Reading<VpnEncryption?>.Unknown(new Gap(GapKind.Unusable, source, told));
    }

    private static bool Is(string[] names, string? text) => names.Contains(text?.Trim(), StringComparer.OrdinalIgnoreCase);
}
