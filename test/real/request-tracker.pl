# Fills an empty Request Tracker with the people and tickets of tickets.ts and says which numbers they got. Started by request-tracker.ts.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use JSON;
use MIME::Entity;
use RT;
RT::LoadConfig();
RT::Init();

sub must { my ($id, $said) = @_; die "$said\n" unless $id; return $id }
sub letters { return Encode::encode('UTF-8', $_[0]) }

sub message {
    my ($said, $subject) = @_;
    my @head = (Charset => 'UTF-8', Encoding => 'base64');
    return MIME::Entity->build(Type => 'text/html', @head, Subject => letters($subject), Data => letters($said->{html})) if $said->{html};
    return MIME::Entity->build(Type => 'text/plain', @head, Subject => letters($subject), Data => letters($said->{text}));
}

open my $file, '<:raw', $ENV{STORY} or die $!;
my $story = decode_json(join '', <$file>);
my $system = RT->SystemUser;

must(RT::Queue->new($system)->Create(Name => 'IT', CorrespondAddress => 'rt@acme.test', CommentAddress => 'rt-comment@acme.test'));
for my $right (['Privileged', qw(SeeQueue ShowTicket CreateTicket ReplyToTicket CommentOnTicket ShowTicketComments)],
               ['Unprivileged', qw(SeeQueue CreateTicket ReplyToTicket)]) {
    my ($name, @rights) = @$right;
    my $group = RT::Group->new($system);
    must($group->LoadSystemInternalGroup($name));
    must($group->PrincipalObj->GrantRight(Right => $_, Object => RT->System)) for @rights;
}
my $requestors = RT::Group->new($system);
must($requestors->LoadRoleGroup(Name => 'Requestor', Object => RT->System));
must($requestors->PrincipalObj->GrantRight(Right => 'ShowTicket', Object => RT->System));

my (%people, %as);
for my $person (@{ $story->{people} }) {
    my $login = $person->{login};
    $people{$login} = must(RT::User->new($system)->Create(
        Name => $login, RealName => "$person->{family} $person->{given}", EmailAddress => $person->{mail},
        Password => $story->{password}, Privileged => $person->{agent} ? 1 : 0));
    $as{$login} = RT::CurrentUser->new($people{$login});
}

my %tickets;
for my $told (@{ $story->{tickets} }) {
    my ($first, @rest) = @{ $told->{said} };
    my $subject = $told->{subject};
    my $id = must(RT::Ticket->new($as{ $first->{by} })->Create(
        Queue => 'IT', Subject => $subject, Requestor => $people{ $first->{by} }, MIMEObj => message($first, $subject)));
    for my $said (@rest) {
        my $ticket = RT::Ticket->new($as{ $said->{by} });
        must($ticket->Load($id));
        my $how = $said->{internal} ? 'Comment' : 'Correspond';
        must($ticket->$how(MIMEObj => message($said, $subject)));
    }
    $tickets{ $told->{key} } = $id;
}

open my $numbers, '>', $ENV{NUMBERS} or die $!;
print $numbers encode_json({ people => { map { $_ => 0 + $people{$_} } keys %people }, tickets => { map { $_ => 0 + $tickets{$_} } keys %tickets } });
close $numbers or die $!;
