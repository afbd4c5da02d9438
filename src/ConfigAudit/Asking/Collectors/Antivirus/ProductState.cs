namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// AntiVirusProduct.productState, which no vendor document describes: the community's reading. Each field is a number to be compared as a
/// whole.
/// </summary>
internal readonly struct ProductState
{
    private readonly long _value;

    public ProductState(long value) => _value = value;

    /// <summary>Bits 12–15. Null for a number that nobody has seen explained.</summary>
    public ProtectionState? Protection =>
        ((_value >> 12) & 0xF) switch
        {
            0 => ProtectionState.Off,
            1 => ProtectionState.On,
            2 => ProtectionState.Snoozed,
            3 => ProtectionState.Expired,
            _ => null,
        };

    /// <summary>Bits 4–7.</summary>
    public bool? DefinitionsCurrent =>
        ((_value >> 4) & 0xF) switch
        {
            0 => true,
            1 => false,
            _ => null,
        };

    /// <summary>Bits 8–11: the product that comes with Windows.</summary>
    public bool IsOfWindows => ((_value >> 8) & 0xF) == 1;
}
