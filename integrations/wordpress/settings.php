<?php
/**
 * The plugin's only setting: whether earlier versions of the privacy page are public.
 *
 * @package PrivacyPolicyElement
 */

namespace PrivacyPolicyElement;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the setting, off by default.
 *
 * @return void
 */
function register() {
	register_setting(
		HANDLE,
		HISTORY_OPTION,
		array(
			'type'              => 'boolean',
			'default'           => false,
			'sanitize_callback' => 'rest_sanitize_boolean',
		)
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\register' );

/**
 * Adds the settings page, under Settings > Privacy Policy Element.
 *
 * @return void
 */
function add_page() {
	add_options_page(
		__( 'Privacy Policy Element', 'privacy-policy-element' ),
		__( 'Privacy Policy Element', 'privacy-policy-element' ),
		'manage_options',
		HANDLE,
		__NAMESPACE__ . '\settings_page'
	);
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );

/**
 * Adds a link to the settings page in the list of plugins.
 *
 * @param string[] $links HTML of the plugin's links.
 * @return string[]
 */
function settings_link( $links ) {
	$url = admin_url( 'options-general.php?page=' . HANDLE );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html__( 'Settings', 'privacy-policy-element' ) ) );
	return $links;
}
add_filter( 'plugin_action_links_' . plugin_basename( __DIR__ . '/privacy-policy-element.php' ), __NAMESPACE__ . '\settings_link' );

/**
 * Renders the settings page.
 *
 * @return void
 */
function settings_page() {
	$page = policy_page();
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Privacy Policy Element', 'privacy-policy-element' ); ?></h1>
		<?php if ( ! $page ) : ?>
			<p><?php esc_html_e( 'No published page is chosen under Settings > Privacy.', 'privacy-policy-element' ); ?></p>
		<?php endif; ?>
		<form action="options.php" method="post">
			<?php settings_fields( HANDLE ); ?>
			<p>
				<label>
					<input type="checkbox" name="<?php echo esc_attr( HISTORY_OPTION ); ?>" value="1" <?php checked( get_option( HISTORY_OPTION ) ); ?> aria-describedby="<?php echo esc_attr( HISTORY_OPTION ); ?>-text">
					<?php esc_html_e( 'Let visitors read earlier versions of the privacy policy', 'privacy-policy-element' ); ?>
				</label>
			</p>
			<p class="description" id="<?php echo esc_attr( HISTORY_OPTION ); ?>-text">
				<?php esc_html_e( 'This makes public, for everybody: the text and the day of each saved revision of the privacy page since the page was published. Drafts from before that, autosaves and the names of authors stay private.', 'privacy-policy-element' ); ?>
				<?php
				if ( $page ) {
					/* translators: %d: number of versions. */
					echo esc_html( sprintf( __( 'Versions at present: %d.', 'privacy-policy-element' ), count( versions_of( $page ) ) ) );
				}
				?>
			</p>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
