using System;

namespace ConfigAudit.Judging.Registers;

/// <summary>The register whose rows become facts of a type.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RegisterAttribute : Attribute
{
    /// <param name="name">Its name, which is that of its file.</param>
    /// <param name="japanese">Its name for Japanese readers, which its file may have as well.</param>
    public RegisterAttribute(string name, string japanese) => (Name, Japanese) = (name, japanese);

    public string Name { get; }

    public string Japanese { get; }

    /// <summary>
    /// Whether people write into it what they did, so that without a row it says that nobody did. Any other register without a row isn't
    /// filled in.
    /// </summary>
    public bool IsLog { get; set; }
}
