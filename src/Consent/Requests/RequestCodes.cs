namespace Karelia.Crm.Consent.Requests;

/// <summary>The rights of a data subject that a request can be about (GDPR art. 15-21, 7.3).</summary>
internal static class RequestKinds
{
    public const string Access = "access";
    public const string Rectification = "rectification";
    public const string Erasure = "erasure";
    public const string Restriction = "restriction";
    public const string Portability = "portability";
    public const string Objection = "objection";
    public const string Withdrawal = "withdrawal";

    public static readonly string[] All = [Access, Rectification, Erasure, Restriction, Portability, Objection, Withdrawal];
}

/// <summary>How far a request is; in this order, and a refused one is answered without being carried out.</summary>
internal static class RequestStates
{
    public const string Received = "received";
    public const string Identified = "identified";
    public const string Decided = "decided";
    public const string CarriedOut = "carried-out";
    public const string Answered = "answered";

    public static readonly string[] All = [Received, Identified, Decided, CarriedOut, Answered];
}

/// <summary>What was decided of a request.</summary>
internal static class Decisions
{
    public const string Granted = "granted";
    public const string Partly = "partly";
    public const string Refused = "refused";

    public static readonly string[] All = [Granted, Partly, Refused];
}
