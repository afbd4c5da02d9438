using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>VpnConnection.EncryptionLevel.</summary>
public enum VpnEncryption
{
    /// <summary>No encryption.</summary>
    [JapaneseName("暗号化なし")]
    NoEncryption,

    /// <summary>Encrypted if the server wants to.</summary>
    [JapaneseName("任意")]
    Optional,

    /// <summary>Not connected without encryption.</summary>
    [JapaneseName("必須")]
    Required,

    /// <summary>Not connected without the strongest encryption.</summary>
    [JapaneseName("最強の暗号化が必須")]
    Maximum,

    /// <summary>By a custom IPsec policy, none of whose algorithms is broken.</summary>
    [JapaneseName("個別設定")]
    Custom,

    /// <summary>By a custom IPsec policy that takes DES, MD5, a group of 768 bits, or no encryption or key exchange at all.</summary>
    [JapaneseName("個別設定（弱い方式を含む）")]
    CustomWeak,
}
