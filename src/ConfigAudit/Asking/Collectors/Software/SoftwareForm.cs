namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>How a product is installed.</summary>
public enum SoftwareForm
{
    /// <summary>It registered under an uninstall key.</summary>
    Program,

    /// <summary>A package (MSIX, AppX), from the Store or not.</summary>
    Package,
}
