namespace ConfigAudit.Keeping.Handovers;

/// <summary>Why a hand-over, or a file of one, isn't taken. The names are part of the error's id.</summary>
internal enum Refusal
{
    /// <summary>There is no manifest: what was handed over isn't known.</summary>
    NoManifest,

    /// <summary>The manifest can't be read.</summary>
    BadManifest,

    /// <summary>There is a manifest and no signature.</summary>
    NoSignature,

    /// <summary>The signature can't be read, isn't over this manifest, or is too weak to prove anything.</summary>
    BadSignature,

    /// <summary>It was signed outside the time for which the signer's certificate is valid.</summary>
    Expired,

    /// <summary>The signer's certificate is for something else.</summary>
    WrongPurpose,

    /// <summary>Nobody who is trusted vouches for the signer.</summary>
    Untrusted,

    /// <summary>It is older than wanted.</summary>
    TooOld,

    /// <summary>It claims to be of a time that is still to come.</summary>
    NotYet,

    /// <summary>It was accepted before, or a newer one was.</summary>
    Replayed,

    /// <summary>A file isn't the one that the manifest names.</summary>
    Changed,

    /// <summary>A file that the manifest names isn't there.</summary>
    Missing,

    /// <summary>A snapshot is there that the manifest doesn't name.</summary>
    Added,
}
