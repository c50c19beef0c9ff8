using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Alumni;
using Karelia.Crm.Consent;
using Karelia.Crm.Host.Identity;
using Karelia.Crm.Host.OpenApi;
using Karelia.Crm.Host.Web;
using Karelia.Crm.Kernel.Web;

var builder = WebApplication.CreateBuilder(args);

builder.AddShell().AddIdentity();
builder.Services
    .AddKernel(builder.Configuration)
    .AddAdministration()
    .AddAccounts()
    .AddConsent()
    .AddAlumni()
    .AddCrmEndpoints()
    .AddContract();

var app = builder.Build();

await app.Services.Migrate();

app.UseShell().UseContract().UseIdentity();
app.MapUseCases();
app.MapShell();
await app.RunAsync();
