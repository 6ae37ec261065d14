<?php
/**
 * Plugin Name:       Privacy Policy Element
 * Description:       Shows your privacy policy page with contents and sections that fold, and marks what changed since the visitor last read it. Nothing about visitors leaves their device.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       privacy-policy-element
 *
 * @package PrivacyPolicyElement
 */

namespace PrivacyPolicyElement;

defined( 'ABSPATH' ) || exit;

const HANDLE = 'privacy-policy-element';

/** What authors may set on the tag; the rest of its attributes is for scripts. */
const ATTRIBUTES = array(
	'src',
	'format',
	'previous-src',
	'heading-level',
	'no-title',
	'expanded',
	'toc',
	'changes',
	'storage',
	'storage-key',
	'theme',
	'no-hash',
	'id-prefix',
	'light-content',
	'updated',
	'effective',
	'version',
	'lang',
	'class',
);

/**
 * Registers the script, the shortcode and the block.
 */
function init() {
	$version = (string) filemtime( __DIR__ . '/privacy-policy.min.js' );
	wp_register_script( HANDLE, plugins_url( 'privacy-policy.min.js', __FILE__ ), array(), $version, true );
	wp_register_script(
		HANDLE . '-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
		(string) filemtime( __DIR__ . '/block.js' ),
		true
	);
	wp_set_script_translations( HANDLE . '-block', HANDLE );
	add_shortcode( 'privacy-policy', __NAMESPACE__ . '\shortcode' );
	register_block_type(
		'privacy-policy/policy',
		array(
			'api_version'     => 2,
			'attributes'      => array(
				'src' => array(
					'type'    => 'string',
					'default' => '',
				),
			),
			'editor_script'   => HANDLE . '-block',
			'render_callback' => __NAMESPACE__ . '\block',
		)
	);
}
add_action( 'init', __NAMESPACE__ . '\init' );

/**
 * Writes the tag around some content, and asks for the script.
 *
 * @param array  $attributes Attributes by name; those that are not known are left out.
 * @param string $content    HTML of the policy, or of what is shown in its stead.
 * @return string HTML.
 */
function tag( array $attributes, $content ) {
	wp_enqueue_script( HANDLE );
	$written = '';
	foreach ( $attributes as $name => $value ) {
		if ( in_array( $name, ATTRIBUTES, true ) && '' !== (string) $value ) {
			$address  = in_array( $name, array( 'src', 'previous-src' ), true );
			$written .= sprintf( ' %s="%s"', $name, $address ? esc_url( $value ) : esc_attr( $value ) );
		}
	}
	// The theme's distances between blocks apply to the children of this class.
	if ( empty( $attributes['class'] ) ) {
		$written .= ' class="is-layout-flow"';
	}
	return '<privacy-policy' . $written . '>' . $content . '</privacy-policy>';
}

/**
 * Wraps the page of Settings > Privacy, which may stay as it is.
 *
 * @param string $content HTML of a post.
 * @return string HTML.
 */
function wrap( $content ) {
	if ( has_tag( $content ) ) {
		wp_enqueue_script( HANDLE );
		return $content;
	}
	$page = (int) get_option( 'wp_page_for_privacy_policy' );
	if ( ! $page || ! is_page( $page ) || get_the_ID() !== $page || ! in_the_loop() || ! is_main_query() ) {
		return $content;
	}
	if ( post_password_required() || has_shortcode( get_post_field( 'post_content', $page ), 'privacy-policy' ) ) {
		return $content;
	}
	/**
	 * Filters what is set on the tag around the page of Settings > Privacy.
	 *
	 * @param array $attributes Attributes by name.
	 */
	$attributes = apply_filters( 'privacy_policy_element_attributes', array( 'no-title' => 'true' ) );
	return tag( $attributes, $content );
}
// After blocks, shortcodes and autop.
add_filter( 'the_content', __NAMESPACE__ . '\wrap', 99 );

/**
 * Tells whether the tag is there already, written by hand, by the block or by the shortcode.
 *
 * @param string $content HTML.
 * @return bool
 */
function has_tag( $content ) {
	return false !== stripos( $content, '<privacy-policy' );
}

/**
 * Renders [privacy-policy src="…"], or [privacy-policy]…[/privacy-policy].
 *
 * @param array|string $attributes What was written in the shortcode.
 * @param string|null  $content    What it encloses.
 * @return string HTML.
 */
function shortcode( $attributes, $content = null ) {
	$named = array();
	foreach ( (array) $attributes as $name => $value ) {
		// Attributes without a value have a number for their name.
		if ( is_int( $name ) ) {
			$named[ $value ] = 'true';
		} else {
			$named[ $name ] = $value;
		}
	}
	// The paragraphs that autop leaves open around what is enclosed.
	$content = preg_replace( '~^\s*</p>|<p>\s*$~', '', (string) $content );
	return tag( $named, do_shortcode( $content ) );
}

/**
 * Renders the block.
 *
 * @param array  $attributes Attributes of the block.
 * @param string $content    HTML of the blocks inside it.
 * @return string HTML.
 */
function block( array $attributes, $content ) {
	return tag( array( 'src' => $attributes['src'] ), $content );
}

/**
 * Lets every author write the tag, as far as it can do no harm.
 *
 * @param array  $tags    Allowed tags and their attributes.
 * @param string $context Where they are allowed.
 * @return array
 */
function allow( $tags, $context ) {
	if ( 'post' === $context ) {
		$tags['privacy-policy'] = array_fill_keys( ATTRIBUTES, true );
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allow', 10, 2 );
